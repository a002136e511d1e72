package org.contentpack.validation;

import java.io.IOException;
import org.contentpack.validation.ImageInput.EndOfImage;

/**
 * Walks the blocks of a GIF to its trailer; nothing is decoded.
 *
 * @see <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF89a</a>
 */
final class GifParts {

    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;
    private static final int COMMENT = 0xfe;
    private static final int APPLICATION = 0xff;

    private GifParts() {}

    static void read(ImageInput in, ImageFacts facts) throws IOException, EndOfImage {
        in.skip(6);
        facts.size(in.u16LittleEndian(), in.u16LittleEndian());
        int flags = in.u8();
        in.skip(2);
        skipColours(in, flags);
        for (int block = in.u8(); block != TRAILER; block = in.u8()) {
            if (block == IMAGE) {
                image(in, facts);
            } else if (block == EXTENSION) {
                int label = in.u8();
                long bytes = skipBlocks(in);
                facts.metadata(label == COMMENT || label == APPLICATION ? bytes : 0);
            } else {
                facts.damaged("a part begins with no known mark");
                return;
            }
        }
        if (facts.frames() == 0) {
            facts.damaged("it has no pixels");
        }
        if (!in.isAtEnd()) {
            facts.goesOn();
        }
    }

    private static void image(ImageInput in, ImageFacts facts) throws IOException, EndOfImage {
        int left = in.u16LittleEndian();
        int top = in.u16LittleEndian();
        int width = in.u16LittleEndian();
        int height = in.u16LittleEndian();
        facts.size(width == 0 ? 0 : left + width, height == 0 ? 0 : top + height);
        facts.frames(1);
        skipColours(in, in.u8());
        in.skip(1);
        skipBlocks(in);
    }

    private static void skipColours(ImageInput in, int flags) throws IOException, EndOfImage {
        if ((flags & 0x80) != 0) {
            in.skip(3L << ((flags & 7) + 1));
        }
    }

    private static long skipBlocks(ImageInput in) throws IOException, EndOfImage {
        long bytes = 0;
        for (int length = in.u8(); length != 0; length = in.u8()) {
            in.skip(length);
            bytes += length;
        }
        return bytes;
    }
}
