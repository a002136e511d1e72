package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.MED_028;

import java.io.IOException;
import java.util.function.Consumer;
import org.contentpack.archive.PackFiles;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.pack.FileEntry;

/** MED-020 to MED-029: an SVG is a still drawing that needs nothing beside itself. */
final class DrawingsAreStillAndSelfContained implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) throws IOException {
        PackFiles files = context.document().files();
        for (FileEntry entry : files.list().entries()) {
            if (!entry.path().isIn("assets")
                    || ImageType.ofName(entry.path()).filter(ImageType.SVG::equals).isEmpty()) {
                continue;
            }
            if (entry.sizeBytes() > ImageLimits.DRAWING_BYTES) {
                found.accept(
                        Finding.of(
                                MED_028,
                                Location.of(entry.path()),
                                entry.path(),
                                entry.sizeBytes(),
                                ImageLimits.DRAWING_BYTES));
                continue;
            }
            byte[] bytes = files.read(entry.path());
            if (ImageType.SVG.beginsAs(bytes)) {
                new Drawing(entry.path(), bytes).check(found);
            }
        }
    }
}
