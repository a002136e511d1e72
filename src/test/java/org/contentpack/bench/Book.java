package org.contentpack.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The texts of a pack of {@link BenchPacks} as an EPUB 3: a chapter for each article, with the same
 * headings and paragraphs.
 */
final class Book {

    private static final String HEAD =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    + "<html xmlns=\"http://www.w3.org/1999/xhtml\""
                    + " xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"en\" xml:lang=\"en\">"
                    + "<head><title>%s</title></head><body>\n";

    private Book() {}

    static void write(String id, String version, int articles, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
            stored(zip, "mimetype", "application/epub+zip");
            put(
                    zip,
                    "META-INF/container.xml",
                    "<?xml version=\"1.0\"?>\n"
                            + "<container version=\"1.0\""
                            + " xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">"
                            + "<rootfiles><rootfile full-path=\"book/content.opf\""
                            + " media-type=\"application/oebps-package+xml\"/></rootfiles>"
                            + "</container>");
            put(zip, "book/content.opf", packageDocument(id, articles));
            put(zip, "book/nav.xhtml", navigation(articles));
            for (int i = 0; i < articles; i++) {
                put(zip, "book/a" + i + ".xhtml", chapter(id, version, i));
            }
        }
    }

    private static String packageDocument(String id, int articles) {
        StringBuilder text = new StringBuilder();
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\"")
                .append(" unique-identifier=\"id\">")
                .append("<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">")
                .append("<dc:identifier id=\"id\">urn:contentpack:bench:")
                .append(id)
                .append("</dc:identifier><dc:title>Pack ")
                .append(id)
                .append("</dc:title><dc:language>en</dc:language>")
                .append("<meta property=\"dcterms:modified\">2026-11-24T00:00:00Z</meta>")
                .append("</metadata>\n<manifest>\n")
                .append("<item id=\"nav\" href=\"nav.xhtml\" properties=\"nav\"")
                .append(" media-type=\"application/xhtml+xml\"/>\n");
        for (int i = 0; i < articles; i++) {
            text.append("<item id=\"a").append(i).append("\" href=\"a").append(i);
            text.append(".xhtml\" media-type=\"application/xhtml+xml\"/>\n");
        }
        text.append("</manifest>\n<spine>\n");
        for (int i = 0; i < articles; i++) {
            text.append("<itemref idref=\"a").append(i).append("\"/>\n");
        }
        return text.append("</spine></package>\n").toString();
    }

    private static String navigation(int articles) {
        StringBuilder text = new StringBuilder(String.format(HEAD, "Contents"));
        text.append("<nav epub:type=\"toc\"><ol>\n");
        for (int i = 0; i < articles; i++) {
            text.append("<li><a href=\"a").append(i).append(".xhtml\">Article ").append(i);
            text.append("</a></li>\n");
        }
        return text.append("</ol></nav></body></html>\n").toString();
    }

    private static String chapter(String id, String version, int number) {
        String title = "Article " + number;
        StringBuilder text = new StringBuilder(String.format(HEAD, title));
        text.append("<h1>").append(title).append("</h1>\n");
        for (String block : BenchPacks.body(id, version, number).strip().split("\n\n")) {
            if (block.startsWith("## ")) {
                String heading = block.substring("## ".length(), block.indexOf(" {#"));
                String anchor = block.substring(block.indexOf('#', 2) + 1, block.indexOf('}'));
                text.append("<h2 id=\"").append(anchor).append("\">").append(heading);
                text.append("</h2>\n");
            } else {
                text.append("<p>").append(block).append("</p>\n");
            }
        }
        return text.append("</body></html>\n").toString();
    }

    private static void put(ZipOutputStream zip, String path, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
    }

    private static void stored(ZipOutputStream zip, String path, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(path);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
