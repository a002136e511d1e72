package org.contentpack.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zips of small packs, as a publisher's own tools make them. */
public final class PackZip {

    private final Map<String, byte[]> files = new TreeMap<>();
    private int level = Deflater.DEFAULT_COMPRESSION;

    private PackZip() {}

    /** A pack with one article that keeps all rules. */
    public static PackZip of(String id, String version) {
        return new PackZip()
                .with("pack.yaml", manifest(id, version))
                .with("articles/tying-knots.md", article("Pass the end over the standing part."));
    }

    /** The same with other words in its article. */
    static PackZip saying(String id, String version, String text) {
        return of(id, version).with("articles/tying-knots.md", article(text));
    }

    public static String manifest(String id, String version) {
        return """
        format: 1
        id: %s
        version: %s
        title: Knots
        summary: One short note on knots.
        language: en
        license: CC0-1.0
        publisher: Content Pack project
        owners: {content: Content Pack project}
        reportTo: https://example.org/report
        released: 2026-11-24
        authors:
          - name: Content Pack project
            role: editors
        tags: [knots]
        changes:
          - kind: editorial
            article: tying-knots
            text: Said in other words.
        """
                .formatted(id, version);
    }

    public static String article(String text) {
        return """
        ---
        id: tying-knots
        slug: tying-knots
        title: Tying knots
        summary: How to begin.
        authors:
          - name: Content Pack project
            role: editors
        tags: [knots]
        audience: adults
        firstPublished: 2026-11-24
        contentChanged: 2026-11-24
        review:
          status: unreviewed
        sources:
          - id: handbook
            publisher: Example Club
            title: Handbook of knots
            url: https://example.org/handbook
            checked: 2026-11-24
        ---
        Knots hold things.

        ## Begin {#begin cites="handbook"}

        %s
        """
                .formatted(text);
    }

    public PackZip with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    PackZip with(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    PackZip level(int deflaterLevel) {
        level = deflaterLevel;
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.setLevel(level);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
