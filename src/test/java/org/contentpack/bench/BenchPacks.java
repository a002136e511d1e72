package org.contentpack.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import org.contentpack.archive.InMemoryPackFiles;

/** Packs of any size with texts of about a printed page, different in every article and version. */
final class BenchPacks {

    private static final String[] WORDS = {
        "water",
        "muscle",
        "night",
        "walk",
        "stretch",
        "calf",
        "sleep",
        "warm",
        "rest",
        "heel",
        "slowly",
        "often",
        "before",
        "after",
        "gently",
        "standing",
        "lying",
        "shoes",
        "evening",
        "doctor"
    };

    private BenchPacks() {}

    /** A pack whose articles all change with every version. */
    static InMemoryPackFiles pack(String id, String version, int articles) {
        InMemoryPackFiles pack = new InMemoryPackFiles();
        for (int i = 0; i < articles; i++) {
            pack.with("articles/a" + i + ".md", article(id, version, i).getBytes(UTF_8));
        }
        return pack.with("pack.yaml", manifest(id, version, articles));
    }

    /** The manifest of a pack with articles {@code a0}, {@code a1} and so on. */
    static byte[] manifest(String id, String version, int articles) {
        StringBuilder manifest =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                """
                                format: 1
                                id: %s
                                version: %s
                                title: Pack %s
                                summary: Made to be measured.
                                language: en
                                license: CC0-1.0
                                publisher: Content Pack project
                                owners: {content: Content Pack project}
                                reportTo: https://example.org/report
                                released: 2026-11-24
                                authors: [{name: Content Pack project}]
                                changes:
                                """,
                                id,
                                version,
                                id));
        for (int i = 0; i < articles; i++) {
            manifest.append("  - {kind: editorial, article: a")
                    .append(i)
                    .append(", text: Said in other words.}\n");
        }
        return manifest.toString().getBytes(UTF_8);
    }

    /** What stands before the text of an article. */
    static String frontMatter(int number, String title) {
        return String.format(
                Locale.ROOT,
                """
                ---
                id: a%1$d
                slug: a%1$d
                title: %2$s
                summary: One of many.
                authors: [{name: Content Pack project}]
                audience: adults
                firstPublished: 2026-11-24
                contentChanged: 2026-11-24
                review: {status: unreviewed}
                ---
                """,
                number,
                title);
    }

    private static String article(String id, String version, int number) {
        return frontMatter(number, "Article " + number) + body(id, version, number);
    }

    /** The text of an article, in sections of one paragraph. */
    static String body(String id, String version, int number) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "Article %d of %s in %s.\n", number, id, version));
        int word = id.hashCode() * 31 + version.hashCode() * 7 + number;
        for (int section = 1; section <= 4; section++) {
            text.append("\n## Part ").append(section).append(" {#part-").append(section);
            text.append("}\n\n");
            for (int i = 0; i < 60; i++) {
                word = word * 1_103_515_245 + 12_345;
                text.append(WORDS[Math.floorMod(word >> 8, WORDS.length)]);
                text.append(i % 12 == 11 ? ".\n" : " ");
            }
        }
        return text.toString();
    }
}
