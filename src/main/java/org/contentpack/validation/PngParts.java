package org.contentpack.validation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;
import org.contentpack.validation.ImageInput.EndOfImage;

/**
 * Walks the chunks of a PNG, checksums included; nothing is inflated.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#5Chunk-layout">PNG, third edition, chunk layout</a>
 */
final class PngParts {

    /** What is not metadata: the picture, its frames, and a few bytes on how to show it. */
    private static final Set<String> PICTURE =
            Set.of(
                    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "sBIT", "sRGB", "cICP",
                    "bKGD", "hIST", "pHYs", "tIME", "acTL", "fcTL", "fdAT");

    private PngParts() {}

    static void read(ImageInput in, ImageFacts facts) throws IOException, EndOfImage {
        in.skip(8);
        boolean isFirst = true;
        boolean hasPixels = false;
        while (true) {
            long length = in.u32();
            byte[] type = in.bytes(4);
            String name = new String(type, StandardCharsets.ISO_8859_1);
            if (isFirst != name.equals("IHDR") || (isFirst && length != 13)) {
                facts.damaged("its header does not stand first, or twice");
                return;
            }
            isFirst = false;
            hasPixels |= name.equals("IDAT");
            if (!PICTURE.contains(name)) {
                facts.metadata(length);
            }
            if (!hasGoodChecksum(in, facts, name, type, length)) {
                facts.damaged("the checksum of a part is wrong");
                return;
            }
            if (name.equals("IEND")) {
                break;
            }
        }
        if (!hasPixels) {
            facts.damaged("it has no pixels");
        }
        if (!in.isAtEnd()) {
            facts.goesOn();
        }
    }

    private static boolean hasGoodChecksum(
            ImageInput in, ImageFacts facts, String name, byte[] type, long length)
            throws IOException, EndOfImage {
        CRC32 sum = new CRC32();
        sum.update(type);
        boolean isRead = isReadWhole(name) && length <= ImageLimits.METADATA_BYTES;
        if (isRead) {
            byte[] data = in.bytes((int) length);
            sum.update(data);
            note(facts, name, data);
        } else {
            for (long i = 0; i < length; i++) {
                sum.update(in.u8());
            }
        }
        return in.u32() == sum.getValue();
    }

    private static boolean isReadWhole(String name) {
        return name.equals("IHDR") || name.equals("acTL") || name.equals("eXIf");
    }

    private static void note(ImageFacts facts, String name, byte[] data) {
        switch (name) {
            case "IHDR" -> facts.size(u32(data, 0), u32(data, 4));
            case "acTL" -> facts.frames(data.length < 4 ? 0 : u32(data, 0));
            default -> facts.exif(data);
        }
    }

    private static long u32(byte[] data, int at) {
        return (data[at] & 0xffL) << 24
                | (data[at + 1] & 0xffL) << 16
                | (data[at + 2] & 0xffL) << 8
                | (data[at + 3] & 0xffL);
    }
}
