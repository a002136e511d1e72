package org.contentpack.validation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.contentpack.pack.FilePath;

/**
 * The types of assets that packs hold, by extension and by their first bytes.
 *
 * @see <a href="https://mimesniff.spec.whatwg.org/#image-type-pattern-matching-algorithm">MIME
 *     Sniffing, image types</a>
 */
enum ImageType {
    SVG("svg", "svg"),
    PNG("png", "png"),
    JPEG("jpeg", "jpg", "jpeg"),
    GIF("gif", "gif"),
    WEBP("webp", "webp");

    /** How many bytes {@link #nameOf} looks at. */
    static final int HEAD_BYTES = 512;

    private static final Pattern XML = Pattern.compile("\\A\\uFEFF?\\s*<");
    private static final Pattern HTML =
            Pattern.compile("\\A\\uFEFF?\\s*<(?:!doctype\\s+html|html|head|body|script|iframe)\\b");

    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable; its type cannot say so.
    private final List<String> extensions;

    ImageType(String id, String... extensions) {
        this.id = id;
        this.extensions = List.of(extensions);
    }

    /** The type that the file's extension names, in upper or lower case. */
    static Optional<ImageType> ofName(FilePath path) {
        String name = path.name();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(t -> name.indexOf('.') > 0 && t.extensions.contains(extension))
                .findFirst();
    }

    /** True where a file of this type may begin so. */
    boolean beginsAs(byte[] head) {
        return nameOf(head).equals(id);
    }

    /** What the bytes begin as, in a word for messages. */
    static String nameOf(byte[] head) {
        String latin = new String(head, StandardCharsets.ISO_8859_1);
        if (latin.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG.id;
        } else if (latin.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG.id;
        } else if (latin.startsWith("GIF87a") || latin.startsWith("GIF89a")) {
            return GIF.id;
        } else if (latin.startsWith("RIFF") && latin.startsWith("WEBP", 8)) {
            return WEBP.id;
        } else if (latin.startsWith("PK")) {
            return "zip";
        } else if (latin.startsWith("%PDF")) {
            return "pdf";
        } else if (latin.startsWith("<?php")) {
            return "php";
        } else if (latin.startsWith("ftyp", 4)) {
            return "avif or heic";
        }
        return nameOfText(new String(head, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
    }

    private static String nameOfText(String text) {
        if (HTML.matcher(text).find()) {
            return "html";
        }
        // UTF-16 XML is let through to the XML reader, which says that it must be UTF-8.
        boolean isWide = text.startsWith("<\u0000") || text.startsWith("\u0000<");
        return isWide || XML.matcher(text).find() || text.startsWith("\ufffd\ufffd<")
                ? SVG.id
                : "other bytes";
    }
}
