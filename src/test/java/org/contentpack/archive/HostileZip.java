package org.contentpack.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes zips in which any header may lie: right unless told otherwise. What is set for the central
 * header holds for the local one too, unless that is set by itself.
 */
final class HostileZip {

    static final int UNIX = 3;

    /** One entry; the defaults are those of a stored file in UTF-8. */
    static final class Entry {
        byte[] name;
        byte[] localName;
        int flags = 0x0800;
        OptionalLong localFlags = OptionalLong.empty();
        int method;
        OptionalLong localMethod = OptionalLong.empty();
        long crc;
        OptionalLong localCrc = OptionalLong.empty();
        long size;
        OptionalLong localSize = OptionalLong.empty();
        long compressed;
        OptionalLong localCompressed = OptionalLong.empty();
        int time;
        int date = 0x21;
        byte[] data;
        byte[] extra = {};
        byte[] localExtra;
        byte[] descriptor = {};
        int system;
        int attributes;
        int disk;
        OptionalLong offset = OptionalLong.empty();
        boolean hasLocal = true;
        boolean hasCentral = true;

        Entry(String name, byte[] content) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
            this.data = content;
            this.size = content.length;
            this.compressed = content.length;
            CRC32 sum = new CRC32();
            sum.update(content);
            this.crc = sum.getValue();
        }

        Entry deflate() {
            data = HostileZip.deflate(data);
            method = 8;
            compressed = data.length;
            return this;
        }

        Entry mode(int mode) {
            system = UNIX;
            attributes = mode << 16;
            return this;
        }

        /** Both names in bytes that need not be UTF-8. */
        Entry rawName(int... bytes) {
            name = bytes(bytes);
            return this;
        }

        /** Lengths and CRC behind the data, zeros before it. */
        Entry streamed(byte[] withDescriptor) {
            localFlags = OptionalLong.of(flags | 8);
            flags |= 8;
            localCrc = OptionalLong.of(0);
            localSize = OptionalLong.of(0);
            localCompressed = OptionalLong.of(0);
            descriptor = withDescriptor;
            return this;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private byte[] prefix = {};
    private byte[] beforeDirectory = {};
    private byte[] beforeEnd = {};
    private byte[] comment = {};
    private byte[] suffix = {};
    private boolean isZip64;

    HostileZip file(String name, String content) {
        return file(name, content, e -> {});
    }

    HostileZip file(String name, String content, Consumer<Entry> lie) {
        return file(name, content.getBytes(StandardCharsets.UTF_8), lie);
    }

    HostileZip file(String name, byte[] content, Consumer<Entry> lie) {
        Entry entry = new Entry(name, content);
        lie.accept(entry);
        entries.add(entry);
        return this;
    }

    HostileZip prefix(String bytes) {
        prefix = bytes.getBytes(StandardCharsets.ISO_8859_1);
        return this;
    }

    HostileZip beforeDirectory(byte[] bytes) {
        beforeDirectory = bytes;
        return this;
    }

    HostileZip beforeEnd(byte[] bytes) {
        beforeEnd = bytes;
        return this;
    }

    HostileZip comment(byte[] bytes) {
        comment = bytes;
        return this;
    }

    HostileZip suffix(String bytes) {
        suffix = bytes.getBytes(StandardCharsets.ISO_8859_1);
        return this;
    }

    HostileZip zip64() {
        isZip64 = true;
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        out.writeBytes(prefix);
        int count = 0;
        for (Entry e : entries) {
            long offset = e.offset.orElse(out.size());
            if (e.hasLocal) {
                out.writeBytes(local(e));
            }
            if (e.hasCentral) {
                directory.writeBytes(central(e, offset));
                count++;
            }
        }
        out.writeBytes(beforeDirectory);
        int directoryOffset = out.size();
        out.writeBytes(directory.toByteArray());
        out.writeBytes(beforeEnd);
        out.writeBytes(end(count, directory.size(), directoryOffset, out.size()));
        out.writeBytes(comment);
        out.writeBytes(suffix);
        return out.toByteArray();
    }

    Path in(Path folder) {
        return write(folder, bytes());
    }

    static Path write(Path folder, byte[] zip) {
        try {
            Path file = Files.createTempFile(folder, "hostile", ".zip");
            return Files.write(file, zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The local header of an entry with its data. */
    static byte[] local(Entry e) {
        byte[] name = e.localName == null ? e.name : e.localName;
        byte[] extra = e.localExtra == null ? e.extra : e.localExtra;
        return le(30 + name.length + extra.length + e.data.length + e.descriptor.length)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) e.localFlags.orElse(e.flags))
                .putShort((short) e.localMethod.orElse(e.method))
                .putShort((short) e.time)
                .putShort((short) e.date)
                .putInt((int) e.localCrc.orElse(e.crc))
                .putInt((int) e.localCompressed.orElse(e.compressed))
                .putInt((int) e.localSize.orElse(e.size))
                .putShort((short) name.length)
                .putShort((short) extra.length)
                .put(name)
                .put(extra)
                .put(e.data)
                .put(e.descriptor)
                .array();
    }

    private static byte[] central(Entry e, long offset) {
        return le(46 + e.name.length + e.extra.length)
                .putInt(0x02014b50)
                .putShort((short) (e.system << 8 | 20))
                .putShort((short) 20)
                .putShort((short) e.flags)
                .putShort((short) e.method)
                .putShort((short) e.time)
                .putShort((short) e.date)
                .putInt((int) e.crc)
                .putInt((int) e.compressed)
                .putInt((int) e.size)
                .putShort((short) e.name.length)
                .putShort((short) e.extra.length)
                .putShort((short) 0)
                .putShort((short) e.disk)
                .putShort((short) 0)
                .putInt(e.attributes)
                .putInt((int) offset)
                .put(e.name)
                .put(e.extra)
                .array();
    }

    private byte[] end(int count, int directoryBytes, int directoryOffset, int at) {
        ByteBuffer end = le((isZip64 ? 76 : 0) + 22);
        if (isZip64) {
            end.putInt(0x06064b50)
                    .putLong(44)
                    .putShort((short) 45)
                    .putShort((short) 45)
                    .putInt(0)
                    .putInt(0)
                    .putLong(count)
                    .putLong(count)
                    .putLong(directoryBytes)
                    .putLong(directoryOffset);
            end.putInt(0x07064b50).putInt(0).putLong(at).putInt(1);
        }
        return end.putInt(0x06054b50)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) (isZip64 ? 0xFFFF : count))
                .putShort((short) (isZip64 ? 0xFFFF : count))
                .putInt(isZip64 ? -1 : directoryBytes)
                .putInt(isZip64 ? -1 : directoryOffset)
                .putShort((short) comment.length)
                .array();
    }

    /** The bytes with one field of 2, 4 or 8 bytes overwritten; from the end where negative. */
    static byte[] patched(byte[] zip, int at, int width, long value) {
        byte[] copy = zip.clone();
        ByteBuffer field = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value);
        System.arraycopy(field.array(), 0, copy, at < 0 ? zip.length + at : at, width);
        return copy;
    }

    /** An extra field of one record. */
    static byte[] extra(int id, byte[] content) {
        return le(4 + content.length)
                .putShort((short) id)
                .putShort((short) content.length)
                .put(content)
                .array();
    }

    static byte[] unicodePath(String headerName, String name) {
        CRC32 crc = new CRC32();
        crc.update(headerName.getBytes(StandardCharsets.UTF_8));
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return extra(
                0x7075,
                le(5 + utf8.length).put((byte) 1).putInt((int) crc.getValue()).put(utf8).array());
    }

    static byte[] longs(long... values) {
        ByteBuffer bytes = le(values.length * 8);
        for (long value : values) {
            bytes.putLong(value);
        }
        return bytes.array();
    }

    static byte[] ints(long... values) {
        ByteBuffer bytes = le(values.length * 4);
        for (long value : values) {
            bytes.putInt((int) value);
        }
        return bytes.array();
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 12];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static ByteBuffer le(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
