package org.contentpack.validation;

import java.io.IOException;
import java.util.Arrays;
import org.contentpack.validation.ImageInput.EndOfImage;

/**
 * Walks the segments of a JPEG to its end marker; nothing is decoded.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81, annex B</a>
 */
final class JpegParts {

    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

    private JpegParts() {}

    static void read(ImageInput in, ImageFacts facts) throws IOException, EndOfImage {
        in.skip(2);
        boolean hasScan = false;
        int marker = marker(in);
        while (marker != END) {
            if (marker < 0xc0 || (marker >= 0xd0 && marker < SCAN)) {
                facts.damaged("a part begins with no known mark");
                return;
            }
            int length = in.u16() - 2;
            if (length < 0) {
                facts.damaged("a part is shorter than its own length");
                return;
            }
            segment(in, facts, marker, length);
            if (marker == SCAN) {
                hasScan = true;
                marker = markerAfterScan(in);
            } else {
                marker = marker(in);
            }
        }
        if (!hasScan || facts.width() == 0) {
            facts.damaged("it has no pixels");
        }
        if (!in.isAtEnd()) {
            facts.goesOn();
        }
    }

    private static void segment(ImageInput in, ImageFacts facts, int marker, int length)
            throws IOException, EndOfImage {
        byte[] data = in.bytes(length);
        boolean isFrame = marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (isFrame && length >= 5) {
            facts.size(u16(data, 3), u16(data, 1));
        } else if (marker >= 0xe0) {
            facts.metadata(length);
            if (marker == 0xe1
                    && length > EXIF.length
                    && Arrays.equals(data, 0, EXIF.length, EXIF, 0, EXIF.length)) {
                facts.exif(Arrays.copyOfRange(data, EXIF.length, length));
            }
        }
    }

    /** The mark of the next segment, or 0 where there is none. */
    private static int marker(ImageInput in) throws IOException, EndOfImage {
        if (in.u8() != 0xff) {
            return 0;
        }
        int marker = in.u8();
        while (marker == 0xff) {
            marker = in.u8();
        }
        return marker;
    }

    /** Skips coded pixels, in which 0xff is followed by 0 or by a restart mark. */
    private static int markerAfterScan(ImageInput in) throws IOException, EndOfImage {
        int previous = 0;
        while (true) {
            int b = in.u8();
            if (previous == 0xff && b != 0 && b != 0xff && (b < 0xd0 || b > 0xd7)) {
                return b;
            }
            previous = b;
        }
    }

    private static int u16(byte[] data, int at) {
        return ((data[at] & 0xff) << 8) | (data[at + 1] & 0xff);
    }
}
