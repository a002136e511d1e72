package org.contentpack.rest;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * How the bytes of a representation are packed on their way; in the order of our preference.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1">RFC 9110, section 8.4.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7932">RFC 7932, Brotli</a>
 */
enum ContentCoding {
    BROTLI("br"),
    GZIP("gzip"),
    IDENTITY("identity");

    /** Fewer bytes fit into one packet anyway. */
    private static final int WORTH_PACKING = 600;

    /** Above, a stronger packing takes longer than sending what it saves. */
    private static final Encoder.Parameters PARAMETERS = new Encoder.Parameters().setQuality(5);

    private static final List<ContentCoding> ALL =
            Brotli4jLoader.isAvailable()
                    ? List.of(BROTLI, GZIP, IDENTITY)
                    : List.of(GZIP, IDENTITY);

    private static final List<ContentCoding> NONE = List.of(IDENTITY);

    private final String token;

    ContentCoding(String token) {
        this.token = token;
    }

    /** What {@code Content-Encoding} calls it. */
    String token() {
        return token;
    }

    /**
     * The codings that so many bytes can be had in, the best first. Brotli is native code: a
     * machine that the library knows nothing of goes without.
     */
    static List<ContentCoding> of(int length) {
        return length < WORTH_PACKING ? NONE : ALL;
    }

    /** The same bytes in this coding; for one release of the platform always the same. */
    byte[] encode(byte[] bytes) {
        try {
            return switch (this) {
                case BROTLI -> Encoder.compress(bytes, PARAMETERS);
                case GZIP -> gzip(bytes);
                case IDENTITY -> bytes;
            };
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory must be packed without a fault", e);
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 3);
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
