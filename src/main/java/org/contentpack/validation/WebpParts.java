package org.contentpack.validation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.contentpack.validation.ImageInput.EndOfImage;

/**
 * Walks the chunks of a WebP; nothing is decoded.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9649#section-2">RFC 9649, WebP container</a>
 */
final class WebpParts {

    private static final int HEAD_BYTES = 10;

    private WebpParts() {}

    static void read(ImageInput in, ImageFacts facts) throws IOException, EndOfImage {
        in.skip(4);
        long left = in.u32LittleEndian() - 4;
        in.skip(4);
        boolean hasPixels = false;
        while (left > 0) {
            String name = new String(in.bytes(4), StandardCharsets.ISO_8859_1);
            long length = in.u32LittleEndian();
            long padded = length + (length & 1);
            left -= 8 + padded;
            if (left < 0) {
                facts.damaged("a part is longer than the file says it is");
                return;
            }
            hasPixels |= chunk(in, facts, name, length);
            in.skip(padded - length);
        }
        if (!hasPixels) {
            facts.damaged("it has no pixels");
        }
        if (!in.isAtEnd()) {
            facts.goesOn();
        }
    }

    private static boolean chunk(ImageInput in, ImageFacts facts, String name, long length)
            throws IOException, EndOfImage {
        switch (name) {
            case "VP8 ", "VP8L", "VP8X" -> {
                byte[] head = in.bytes((int) Math.min(HEAD_BYTES, length));
                size(facts, name, head);
                in.skip(length - head.length);
                return !name.equals("VP8X");
            }
            case "ANIM", "ANMF" -> facts.animatedWebp();
            case "ALPH" -> {}
            default -> facts.metadata(length);
        }
        if (name.equals("EXIF") && length <= ImageLimits.METADATA_BYTES) {
            facts.exif(in.bytes((int) length));
        } else {
            in.skip(length);
        }
        return name.equals("ANMF");
    }

    private static void size(ImageFacts facts, String name, byte[] head) {
        if (head.length < (name.equals("VP8L") ? 5 : HEAD_BYTES)) {
            facts.damaged("a part is shorter than its own length");
            return;
        }
        switch (name) {
            case "VP8X" -> facts.size(1 + u24(head, 4), 1 + u24(head, 7));
            case "VP8L" -> {
                long bits = u24(head, 1) | (head[4] & 0xffL) << 24;
                facts.size(1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff));
            }
            default -> facts.size(u24(head, 6) & 0x3fff, u24(head, 7) >> 8 & 0x3fff);
        }
    }

    private static long u24(byte[] data, int at) {
        return (data[at] & 0xffL) | ((data[at + 1] & 0xffL) << 8) | ((data[at + 2] & 0xffL) << 16);
    }
}
