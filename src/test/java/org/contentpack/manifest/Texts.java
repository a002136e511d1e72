package org.contentpack.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.archive.Limits;
import org.contentpack.archive.PackFiles;
import org.contentpack.finding.Finding;
import org.contentpack.pack.FilePath;

/** A small pack in which nothing is wrong, to be changed in one place, and how to read it. */
final class Texts {

    static final String MANIFEST =
            """
            format: 1
            id: sleep-well
            version: 1.0.0
            title: Sleep well
            summary: Two ways to sleep.
            language: en
            license: CC-BY-4.0
            publisher: Example press
            owners: {content: Ada, clinical: Ben}
            reportTo: mailto:mistakes@example.org
            released: 2026-11-24
            authors: [{name: Ada}]
            """;

    static final String FRONT_MATTER =
            """
            id: dark-room
            slug: dark-room
            title: A dark room
            summary: Why dark.
            authors: [{name: Ada}]
            audience: adults
            firstPublished: 2026-11-24
            contentChanged: 2026-11-24
            review: {status: unreviewed}
            """;

    static final String ARTICLE = "---\n" + FRONT_MATTER + "---\nText.\n";

    static final String ARTICLE_FILE = "articles/dark-room.md";

    private static final Validator VALIDATOR = DocumentConstraints.validator();

    private static final PackDocumentReader READER =
            new PackDocumentReader(VALIDATOR, Limits.DEFAULT);

    private static final ArticleReader ARTICLES =
            new ArticleReader(new DocumentConstraints(VALIDATOR));

    private static final ArticleFileName ARTICLE_NAME =
            ArticleFileName.of(
                            new FilePath(ARTICLE_FILE),
                            new FileFindings(new FilePath(ARTICLE_FILE), Part.ARTICLE))
                    .orElseThrow();

    private static final PackDocument GOOD =
            read(InMemoryPackFiles.of(Map.of("pack.yaml", MANIFEST))).document();

    private static final Pattern UNFILLED = Pattern.compile("\\{[0-9]}");

    private Texts() {}

    static PackReading read(PackFiles files) {
        try {
            return READER.read(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PackReading readManifest(String manifest) {
        return readManifest(manifest.getBytes(UTF_8));
    }

    static PackReading readManifest(byte[] manifest) {
        return read(
                InMemoryPackFiles.of(Map.of(ARTICLE_FILE, ARTICLE)).with("pack.yaml", manifest));
    }

    static PackReading readArticle(String article) {
        return readArticle(article.getBytes(UTF_8));
    }

    static PackReading readArticle(byte[] article) {
        return read(
                InMemoryPackFiles.of(Map.of("pack.yaml", MANIFEST)).with(ARTICLE_FILE, article));
    }

    /** A pack of a manifest and nothing else. */
    static PackReading readManifestAlone(byte[] manifest) {
        return read(new InMemoryPackFiles().with("pack.yaml", manifest));
    }

    /** An article beside a manifest that was read once, for thousands of articles. */
    static PackReading readArticleAlone(byte[] article) {
        ArticleReader.ArticleReading reading = ARTICLES.read(ARTICLE_NAME, article);
        PackDocument document =
                new PackDocument(GOOD.files(), GOOD.manifest(), List.of(reading.article()));
        return new PackReading(document, reading.findings());
    }

    static PackReading readBody(String body) {
        return readArticle("---\n" + FRONT_MATTER + "---\n" + body);
    }

    static PackReading readFrontMatter(String frontMatter) {
        return readArticle("---\n" + frontMatter + "---\nText.\n");
    }

    /** {@code MAN-004 3:10}, the file left out; texts without an argument are told too. */
    static List<String> codesAndPlaces(PackReading reading) {
        assertThat(messages(reading)).noneMatch(UNFILLED.asPredicate());
        assertThat(hints(reading)).noneMatch(UNFILLED.asPredicate());
        return reading.findings().stream().map(Texts::codeAndPlace).toList();
    }

    private static String codeAndPlace(Finding finding) {
        String place = finding.location().toString().substring(finding.location().file().length());
        return (finding.rule().code() + " " + place.replaceFirst("^:", "")).strip();
    }

    static List<String> messages(PackReading reading) {
        return reading.findings().stream().map(Finding::message).toList();
    }

    static List<String> hints(PackReading reading) {
        return reading.findings().stream().map(Finding::hint).toList();
    }

    static BodyDocument body(PackReading reading) {
        return reading.document().articles().get(0).body();
    }
}
