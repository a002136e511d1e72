package org.contentpack.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Release;
import org.junit.jupiter.api.Test;

/** A pack of 3,000 articles: 2,000 in its own language and 1,000 translations. */
class LargePackTest {

    private static final int SOURCES = 2_000;
    private static final int TRANSLATIONS = 1_000;
    private static final int GONE = 500;

    @Test
    void findingsOfALargeUpgradeAreExactlyTheExpectedOnes() throws IOException {
        Release before = release(pack("1.0.0", "Old.", 0, SOURCES, ""));
        StringBuilder lists = new StringBuilder("changes:\n");
        for (int i = GONE; i < SOURCES; i++) {
            // Article 1000 has changed without a note.
            if (i != 1_000) {
                lists.append("  - {kind: correction, article: a" + i + ", text: Said anew.}\n");
            }
        }
        lists.append("redirects:\n");
        for (int i = 0; i < GONE; i++) {
            // Article 7 leads to what is gone, and so to nothing.
            String to = i == 7 ? "a3" : "a" + (GONE + i);
            lists.append("  - {kind: article, from: a" + i + ", to: " + to + "}\n");
        }
        InMemoryPackFiles pack = pack("2.0.0", "New.", GONE, SOURCES, lists.toString());
        Packs.replace(pack, "articles/a1600.md", "(a1599.md)", "(a1.md)");

        assertThat(Packs.findings(pack, (id, version) -> Optional.of(before)))
                .containsExactly(
                        "REF-001 articles/a1600.md:14:5",
                        "VER-002 pack.yaml:1:1",
                        "VER-003 pack.yaml:15:3",
                        "REF-052 pack.yaml:1522:27");
    }

    private static Release release(InMemoryPackFiles pack) throws IOException {
        ValidationResult result =
                Fixture.VALIDATION.validate(pack, List.of(), PreviousReleases.NONE);
        assertThat(result.report().findings()).isEmpty();
        return ((ValidationResult.Accepted) result).release();
    }

    private static InMemoryPackFiles pack(
            String version, String words, int first, int end, String lists) {
        String manifest =
                """
                format: 1
                id: large
                version: %s
                title: A large pack
                summary: Many articles.
                language: en
                license: CC0-1.0
                publisher: Content Pack project
                owners: {content: Content Pack project}
                reportTo: https://example.org/report
                released: 2026-11-24
                authors:
                  - name: Content Pack project
                """
                        .formatted(version);
        InMemoryPackFiles pack =
                new InMemoryPackFiles().with("pack.yaml", (manifest + lists).getBytes(UTF_8));
        for (int i = first; i < end; i++) {
            byte[] source = article(i, words, Math.max(first, i - 1), "").getBytes(UTF_8);
            pack.with("articles/a" + i + ".md", source);
            if (i >= SOURCES - TRANSLATIONS - GONE && i < SOURCES - GONE) {
                String made = "translates: {digest: " + Digest.of(source) + "}\n";
                pack.with(
                        "articles/a" + i + ".es.md",
                        article(i, words, Math.max(first, i - 1), made).getBytes(UTF_8));
            }
        }
        return pack;
    }

    private static String article(int number, String words, int other, String translates) {
        return """
               ---
               id: a%1$d
               slug: a%1$d
               title: Article %1$d
               summary: One of many.
               authors: [{name: Content Pack project}]
               audience: adults
               firstPublished: 2026-11-24
               contentChanged: 2026-11-24
               review: {status: unreviewed}
               %4$s---
               %2$s

               See [another](a%3$d.md).
               """
                .formatted(number, words, other, translates);
    }
}
