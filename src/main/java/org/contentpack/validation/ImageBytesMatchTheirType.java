package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.MED_004;
import static org.contentpack.finding.BuiltInRule.MED_005;
import static org.contentpack.finding.BuiltInRule.MED_006;
import static org.contentpack.finding.BuiltInRule.MED_007;
import static org.contentpack.finding.BuiltInRule.MED_008;
import static org.contentpack.finding.BuiltInRule.MED_009;
import static org.contentpack.finding.BuiltInRule.MED_010;
import static org.contentpack.finding.BuiltInRule.MED_011;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.contentpack.archive.PackFiles;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FilePath;
import org.contentpack.validation.ImageInput.EndOfImage;

/**
 * MED-004 to MED-011: a picture is whole, is what its name says and nothing besides, and is of
 * bearable size.
 *
 * <p>Only the structure is read: no pixel, no colour profile and no XMP.
 */
final class ImageBytesMatchTheirType implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) throws IOException {
        PackFiles files = context.document().files();
        for (FileEntry entry : files.list().entries()) {
            Optional<ImageType> type = ImageType.ofName(entry.path());
            if (entry.path().isIn("assets") && type.isPresent()) {
                check(files, entry.path(), type.get(), found);
            }
        }
    }

    private static void check(
            PackFiles files, FilePath path, ImageType type, Consumer<Finding> found)
            throws IOException {
        byte[] head;
        try (InputStream in = files.open(path)) {
            head = in.readNBytes(ImageType.HEAD_BYTES);
        }
        Location place = Location.of(path);
        if (head.length == 0) {
            found.accept(Finding.of(MED_005, place, path, "the file is empty"));
        } else if (!type.beginsAs(head)) {
            found.accept(Finding.of(MED_004, place, path, ImageType.nameOf(head)));
        } else if (type != ImageType.SVG) {
            report(facts(files, path, type), path, found);
        }
    }

    private static ImageFacts facts(PackFiles files, FilePath path, ImageType type)
            throws IOException {
        ImageFacts facts = new ImageFacts();
        try (ImageInput in = new ImageInput(files.open(path))) {
            switch (type) {
                case PNG -> PngParts.read(in, facts);
                case JPEG -> JpegParts.read(in, facts);
                case GIF -> GifParts.read(in, facts);
                case WEBP -> WebpParts.read(in, facts);
                case SVG -> throw new IllegalArgumentException("a drawing has no parts");
            }
        } catch (EndOfImage e) {
            facts.damaged(String.valueOf(e.getMessage()));
        }
        return facts;
    }

    private static void report(ImageFacts facts, FilePath path, Consumer<Finding> found) {
        Location place = Location.of(path);
        facts.damage().ifPresent(d -> found.accept(Finding.of(MED_005, place, path, d)));
        if (facts.hasTail()) {
            found.accept(Finding.of(MED_006, place, path));
        }
        long width = facts.width();
        long height = facts.height();
        if (Math.max(width, height) > ImageLimits.SIDE || width * height > ImageLimits.PIXELS) {
            found.accept(Finding.of(MED_007, place, path, width, height));
        }
        if (facts.metadataBytes() > ImageLimits.METADATA_BYTES) {
            found.accept(Finding.of(MED_008, place, path, ImageLimits.METADATA_BYTES));
        }
        if (facts.frames() > ImageLimits.FRAMES) {
            found.accept(Finding.of(MED_009, place, path, ImageLimits.FRAMES));
        }
        if (facts.isAnimatedWebp()) {
            found.accept(Finding.of(MED_010, place, path));
        }
        if (facts.tellsPosition()) {
            found.accept(Finding.of(MED_011, place, path));
        }
    }
}
