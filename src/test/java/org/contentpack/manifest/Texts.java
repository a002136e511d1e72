package org.contentpack.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.archive.Limits;
import org.contentpack.archive.PackFiles;
import org.contentpack.finding.Finding;

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

    private static final PackDocumentReader READER =
            new PackDocumentReader(DocumentConstraints.validator(), Limits.DEFAULT);

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

    static PackReading readBody(String body) {
        return readArticle("---\n" + FRONT_MATTER + "---\n" + body);
    }

    static PackReading readFrontMatter(String frontMatter) {
        return readArticle("---\n" + frontMatter + "---\nText.\n");
    }

    /** {@code MAN-004 3:10}, the file left out. */
    static List<String> codesAndPlaces(PackReading reading) {
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
