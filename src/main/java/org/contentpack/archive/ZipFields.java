package org.contentpack.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Some bytes of a zip as its specification counts them: little-endian, unsigned, by offset from the
 * first of these bytes.
 */
final class ZipFields {

    private final ByteBuffer bytes;

    /** Takes what remains in the buffer. */
    ZipFields(ByteBuffer bytes) {
        this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    int length() {
        return bytes.limit();
    }

    /** One unsigned byte. */
    int u1(int offset) {
        return Byte.toUnsignedInt(bytes.get(offset));
    }

    /** Two bytes. */
    int u2(int offset) {
        return Short.toUnsignedInt(bytes.getShort(offset));
    }

    /** Four bytes. */
    long u4(int offset) {
        return Integer.toUnsignedLong(bytes.getInt(offset));
    }

    /** Eight bytes; negative from 2^63 on, which no file reaches. */
    long u8(int offset) {
        return bytes.getLong(offset);
    }

    boolean hasSignature(int offset, long signature) {
        return offset + 4 <= length() && u4(offset) == signature;
    }

    ZipFields part(int offset, int length) {
        return new ZipFields(bytes.slice(offset, length));
    }

    /** All bytes as UTF-8, or empty where they are not; lone surrogates and long forms are not. */
    Optional<String> utf8() {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate());
            return Optional.of(text.toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** All bytes for display, those that are not ASCII as {@code \x82}. */
    String escaped() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length(); i++) {
            int c = u1(i);
            if (c < 0x80) {
                text.append((char) c);
            } else {
                text.append("\\x").append(Integer.toHexString(c));
            }
        }
        return text.toString();
    }

    boolean isAscii() {
        for (int i = 0; i < length(); i++) {
            if (u1(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    boolean hasSameBytes(ZipFields other) {
        return bytes.equals(other.bytes);
    }

    boolean hasSameBytes(byte[] other) {
        return bytes.equals(ByteBuffer.wrap(other));
    }

    long crc() {
        CRC32 crc = new CRC32();
        crc.update(bytes.duplicate());
        return crc.getValue();
    }
}
