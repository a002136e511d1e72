package org.contentpack.cms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
import org.contentpack.sync.SyncFixture;

/** Packs that the contract of connectors needs beside those that are checked in. */
public final class ContractPacks {

    static final PackId MANY_LETTERS = new PackId("many-letters");

    /** Of the long article, in bytes. */
    static final int LONG = 200_000;

    static final int PICTURES = 10;

    static final String ARABIC =
            "ماذا تفعل عند تشنج الساق؟ اسحب أصابع القدم نحوك (ببطء) 3 مرات، ثم امشِ قليلاً.";

    static final String LETTERS =
            "Größe ≤ 12 µg · naïve café · Ελληνικά · Русский · 日本語の文章 · हिन्दी · 한국어 ·"
                    + " 👩🏽‍⚕️ 🦵 · e\u0301 ≠ é · “quotes” – dashes … 5 < 7 & 7 > 5";

    private ContractPacks() {}

    /**
     * The garden pack one step on: another sentence in each of the two articles, and two articles
     * more.
     */
    public static InMemoryPackFiles nextGarden() throws IOException {
        InMemoryPackFiles next = SyncFixture.garden();
        next =
                SyncFixture.changed(
                        next,
                        "articles/keeping-mint.md",
                        "Keep the soil moist.",
                        "Keep the soil wet.");
        next =
                SyncFixture.changed(
                        next,
                        "articles/growing-basil.md",
                        "Give it a bright window.",
                        "Give it a bright and warm window.");
        for (String herb : new String[] {"sage", "thyme"}) {
            next = next.with("articles/drying-" + herb + ".md", drying(herb).getBytes(UTF_8));
        }
        next = SyncFixture.changed(next, "pack.yaml", "version: 1.0.0", "version: 1.1.0");
        return SyncFixture.changed(
                next,
                "pack.yaml",
                "tags: [herbs, pots]",
                """
                tags: [herbs, pots]
                changes:
                  - {kind: correction, article: keeping-mint, text: Mint wants wet soil.}
                  - {kind: editorial, article: growing-basil, text: Warmth is said once more.}
                  - {kind: addition, article: drying-sage, text: A new article.}
                  - {kind: addition, article: drying-thyme, text: A new article.}
                """
                        .strip());
    }

    private static String drying(String herb) {
        return """
        ---
        id: drying-%1$s
        slug: drying-%1$s
        title: Drying %1$s
        summary: How %1$s keeps through the winter.
        authors:
          - {name: Content Pack project, role: editors}
        tags: [herbs, winter]
        audience: adults
        firstPublished: 2026-11-24
        contentChanged: 2026-11-24
        review: {status: unreviewed}
        sources:
          - id: pot-handbook
            publisher: Example Garden Club
            title: Handbook of herbs in pots
            url: https://example.org/handbook
            checked: 2026-11-24
        ---
        Dry %1$s in the shade.

        ## Hanging {#hanging cites="pot-handbook"}

        Hang it up in small bunches.
        """
                .formatted(herb);
    }

    /**
     * Every kind of letter, a text from right to left, an article of 200 kB, and ten pictures, in
     * one pack.
     */
    static InMemoryPackFiles manyLetters() throws IOException {
        StringBuilder manifest =
                new StringBuilder(
                        """
                        format: 1
                        id: many-letters
                        version: 1.0.0
                        title: Many letters
                        summary: Made to be hard to store.
                        language: en
                        license: CC0-1.0
                        publisher: Content Pack project
                        owners: {content: Content Pack project}
                        reportTo: https://example.org/many-letters/report
                        released: 2026-11-24
                        authors:
                          - {name: Content Pack project, role: editors}
                        assets:
                        """);
        InMemoryPackFiles pack = new InMemoryPackFiles();
        StringBuilder pictures = new StringBuilder("Ten pictures.\n");
        for (int i = 0; i < PICTURES; i++) {
            manifest.append("  - path: assets/square-").append(i).append(".png\n");
            manifest.append("    alt: Square number ").append(i).append(" — “").append(i);
            manifest.append("”\n    title: Square ").append(i);
            manifest.append("\n    credit: Content Pack project\n    license: CC0-1.0\n");
            pack.with("assets/square-" + i + ".png", square(i));
            pictures.append("\n## Square ").append(i).append(" {#square-").append(i).append("}\n");
            pictures.append("\n![Square number ").append(i).append(" — “").append(i);
            pictures.append("”](../assets/square-").append(i).append(".png)\n");
        }
        pack.with("pack.yaml", manifest.toString().getBytes(UTF_8));
        byte[] letters =
                article(
                                "letters",
                                "Größe & 日本語 <i>",
                                LETTERS + "\n\n## 文字 {#letters}\n\n" + LETTERS)
                        .getBytes(UTF_8);
        pack.with("articles/letters.md", letters);
        pack.with(
                "articles/letters.ar.md",
                article("letters", "تشنج الساق", ARABIC + "\n\n## العلاج {#letters}\n\n- " + ARABIC)
                        .replace("slug: letters", "slug: letters-ar")
                        .replace(
                                "review: {",
                                "translates: {digest: '"
                                        + Digest.of(letters).value()
                                        + "'}\nreview: {")
                        .getBytes(UTF_8));
        pack.with(
                "articles/pictures.md",
                article("pictures", "Squares", pictures.toString()).getBytes(UTF_8));
        pack.with("articles/long.md", article("long", "Long", longText()).getBytes(UTF_8));
        return pack;
    }

    private static String longText() {
        StringBuilder text = new StringBuilder("A long article.\n");
        // Some of it is marks that only our files have.
        for (int section = 1; text.length() < LONG + LONG / 50; section++) {
            text.append("\n## Part ").append(section).append(" {#part-").append(section);
            text.append("}\n");
            for (int i = 0; i < 40; i++) {
                text.append("\nSentence ").append(i).append(" of part ").append(section);
                text.append(" says **again** that water, walking and *warmth* help.\n");
            }
        }
        return text.toString();
    }

    private static String article(String id, String title, String body) {
        return String.format(
                Locale.ROOT,
                """
                ---
                id: %s
                slug: %s
                title: '%s'
                summary: '%s'
                authors:
                  - {name: Content Pack project, role: editors}
                tags: [letters]
                audience: adults
                firstPublished: 2026-11-24
                contentChanged: 2026-11-24
                review: {status: unreviewed}
                sources:
                  - id: book
                    publisher: Example Club
                    title: Book
                    url: https://example.org/book
                    checked: 2026-11-24
                ---
                %s
                """,
                id,
                id,
                title,
                title,
                body.strip());
    }

    /** Ten different pictures. */
    private static byte[] square(int number) throws IOException {
        BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(20 * number, 255 - 20 * number, 120));
        pen.fillRect(10 * number, 10 * number, 200, 200);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", out)) {
            throw new IOException("this JDK writes no PNG");
        }
        return out.toByteArray();
    }
}
