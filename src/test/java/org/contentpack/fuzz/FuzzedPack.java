package org.contentpack.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.archive.CanonicalArchive;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.archive.Limits;
import org.contentpack.archive.OpenResult;
import org.contentpack.archive.PackFiles;
import org.contentpack.archive.ZipReader;
import org.contentpack.e2e.PackZip;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.DocumentConstraints;
import org.contentpack.manifest.PackDocumentReader;
import org.contentpack.manifest.ReleaseReader;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Release;
import org.contentpack.pack.Section;
import org.contentpack.render.SectionHtml;
import org.contentpack.render.SectionHtml.Anchors;
import org.contentpack.render.TestAddresses;
import org.contentpack.validation.PackRules;
import org.contentpack.validation.PackValidation;
import org.contentpack.validation.PreviousReleases;
import org.contentpack.validation.ValidationResult;

/**
 * What must hold for whatever bytes: reading ends with findings and never with an exception; what
 * is accepted is read again, shown, and packed into an archive that has the same digest.
 */
final class FuzzedPack {

    static final String ARTICLE = "articles/tying-knots.md";
    static final String MANIFEST = "pack.yaml";

    private static final Limits LIMITS =
            new Limits(1 << 20, 100, 1 << 20, 4 << 20, 200, 1 << 20, 1 << 20);
    private static final jakarta.validation.Validator VALIDATOR = DocumentConstraints.validator();
    private static final PackValidation VALIDATION =
            new PackValidation(new PackDocumentReader(VALIDATOR, LIMITS), PackRules.builtIn());
    private static final ReleaseReader READER = new ReleaseReader(LIMITS);
    private static final ZipReader ZIPS = new ZipReader(LIMITS);
    private static final Path FILE = temporary();

    private FuzzedPack() {}

    private static Path temporary() {
        try {
            Path file = Files.createTempFile("fuzz", ".zip");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A good pack with one file that is not. */
    static void check(String path, byte[] bytes) throws IOException {
        check(
                InMemoryPackFiles.of(
                                Map.of(
                                        MANIFEST,
                                        PackZip.manifest("knots", "1.0.0"),
                                        ARTICLE,
                                        PackZip.article("Begin.")))
                        .with(path, bytes),
                List.of());
    }

    /** The bytes of a zip. */
    static void checkZip(byte[] zip) throws IOException {
        Files.write(FILE, zip);
        if (ZIPS.open(FILE) instanceof OpenResult.Opened opened) {
            try (PackFiles files = opened.files()) {
                check(files, opened.notes());
            }
        }
    }

    private static void check(PackFiles files, List<Finding> notes) throws IOException {
        ValidationResult result = VALIDATION.validate(files, notes, PreviousReleases.NONE);
        for (Finding finding : result.report().findings()) {
            if (finding.message().isBlank() || finding.hint().isBlank()) {
                throw new AssertionError("a finding without words: " + finding);
            }
        }
        if (result instanceof ValidationResult.Accepted accepted) {
            checkAccepted(accepted.release(), files);
        }
    }

    private static void checkAccepted(Release release, PackFiles files) throws IOException {
        if (!READER.manifest(files.read(new org.contentpack.pack.FilePath(MANIFEST)))
                .equals(release.manifest())) {
            throw new AssertionError("the manifest is read otherwise when it is read again");
        }
        for (ArticleHead head : release.articles()) {
            Article article = READER.article(head, files.read(head.path()));
            SectionHtml html = new SectionHtml(article, new TestAddresses(), Anchors.IN_PAGE);
            for (Section section : article.sections()) {
                checkShown(html.html(section));
            }
        }
        checkArchive(release.digest(), files);
    }

    private static void checkShown(String html) {
        if (html.contains("<script") || html.contains("=\"javascript:")) {
            throw new AssertionError("shown: " + html);
        }
    }

    private static void checkArchive(Digest digest, PackFiles files) throws IOException {
        Path archive = Files.createTempFile("fuzz", ".zip");
        try {
            try (OutputStream out = Files.newOutputStream(archive)) {
                CanonicalArchive.write(files, out);
            }
            if (Files.size(archive) != CanonicalArchive.sizeBytes(files.list())) {
                throw new AssertionError("the archive is not as long as it was said to be");
            }
            OpenResult again = ZIPS.open(archive);
            Optional<Digest> read =
                    again instanceof OpenResult.Opened opened
                            ? Optional.of(opened.files().list().digest())
                            : Optional.empty();
            if (!read.equals(Optional.of(digest))) {
                throw new AssertionError("the archive has another digest, or is refused: " + again);
            }
        } finally {
            Files.delete(archive);
        }
    }

    /** A good article with another body. */
    static byte[] article(byte[] body) {
        String whole = PackZip.article("");
        byte[] head = whole.substring(0, whole.indexOf("Knots hold")).getBytes(UTF_8);
        byte[] bytes = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, bytes, head.length, body.length);
        return bytes;
    }
}
