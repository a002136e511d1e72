package org.contentpack.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FileList;

/**
 * The one zip of a release: a pure function of its paths and bytes, the same on every machine, so
 * that it can be named by its digest and made anew at any time.
 *
 * <p>Entries are stored, not deflated, because deflated bytes differ between versions of zlib. They
 * are sorted by path bytes and bear one time, the UTF-8 flag and no extra fields; folders have no
 * entries. The headers are written here because the JDK's writer adds fields of its own.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE 6.3.10,
 *     4.3</a>
 */
public final class CanonicalArchive {

    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_SIGNATURE = 0x02014b50;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;

    /** 1.0: files that are stored; made by DOS, so that no unix mode is due. */
    private static final short VERSION = 10;

    private static final short FLAGS = ZipEntryHeader.FLAG_UTF_8;
    private static final short STORED = ZipEntryHeader.STORED;

    /** Midnight. */
    private static final short TIME = 0;

    /** 1 February 1980: years since 1980, month, day in 7, 4 and 5 bits. */
    private static final short DATE = 2 << 5 | 1;

    /**
     * Beyond these a zip needs 64-bit fields, which a pack within any sensible limit never does.
     */
    private static final int MAX_ENTRIES = 0xFFFE;

    private static final long MAX_BYTES = 0xFFFFFFFEL;

    private static final int HELD_BYTES = 1 << 16;

    private CanonicalArchive() {}

    /**
     * How long the archive of these files is, in bytes.
     *
     * @throws IllegalArgumentException from 65,535 files or 4 GiB on
     */
    public static long sizeBytes(FileList files) {
        long size = END_BYTES;
        for (FileEntry file : files.entries()) {
            size += LOCAL_BYTES + CENTRAL_BYTES + 2L * name(file).length + file.sizeBytes();
        }
        if (files.entries().size() > MAX_ENTRIES || size > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "archive must have at most "
                            + MAX_ENTRIES
                            + " files and "
                            + MAX_BYTES
                            + " bytes, not "
                            + files.entries().size()
                            + " and "
                            + size);
        }
        return size;
    }

    /**
     * Writes the archive; the stream is left open. A file's CRC stands before its bytes: one of at
     * most 64 KiB is therefore held in memory, a longer one is read twice.
     *
     * @throws IllegalArgumentException from 65,535 files or 4 GiB on
     */
    public static void write(PackFiles files, OutputStream to) throws IOException {
        OutputStream out = new BufferedOutputStream(to, HELD_BYTES);
        List<FileEntry> entries = files.list().entries();
        sizeBytes(files.list());
        List<Integer> crcs = new ArrayList<>();
        for (FileEntry file : entries) {
            crcs.add(
                    file.sizeBytes() <= HELD_BYTES
                            ? writeHeld(files, file, out)
                            : writeReadTwice(files, file, out));
        }
        long offset = 0;
        long directoryBytes = 0;
        for (int i = 0; i < crcs.size(); i++) {
            FileEntry file = entries.get(i);
            byte[] header = central(file, crcs.get(i), offset);
            out.write(header);
            offset += LOCAL_BYTES + name(file).length + file.sizeBytes();
            directoryBytes += header.length;
        }
        out.write(end(crcs.size(), directoryBytes, offset));
        out.flush();
    }

    private static int writeHeld(PackFiles files, FileEntry file, OutputStream out)
            throws IOException {
        byte[] bytes;
        try (InputStream in = files.open(file.path())) {
            bytes = in.readAllBytes();
        }
        CRC32 sum = new CRC32();
        sum.update(bytes);
        int crc = (int) sum.getValue();
        out.write(local(file, crc));
        out.write(bytes);
        return crc;
    }

    private static int writeReadTwice(PackFiles files, FileEntry file, OutputStream out)
            throws IOException {
        int crc = crc(files, file);
        out.write(local(file, crc));
        try (InputStream in = files.open(file.path())) {
            in.transferTo(out);
        }
        return crc;
    }

    private static int crc(PackFiles files, FileEntry file) throws IOException {
        try (InputStream in = files.open(file.path())) {
            return (int) Content.read(in, file.sizeBytes()).crc();
        }
    }

    private static byte[] local(FileEntry file, int crc) {
        return common(header(LOCAL_BYTES, file).putInt(LOCAL_SIGNATURE), file, crc)
                .put(name(file))
                .array();
    }

    private static byte[] central(FileEntry file, int crc, long offset) {
        ByteBuffer header = header(CENTRAL_BYTES, file).putInt(CENTRAL_SIGNATURE).putShort(VERSION);
        // No comment, disk 0, no attributes.
        return common(header, file, crc)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) offset)
                .put(name(file))
                .array();
    }

    /** What both headers say, from the version needed to the length of the extra field. */
    private static ByteBuffer common(ByteBuffer header, FileEntry file, int crc) {
        return header.putShort(VERSION)
                .putShort(FLAGS)
                .putShort(STORED)
                .putShort(TIME)
                .putShort(DATE)
                .putInt(crc)
                .putInt((int) file.sizeBytes())
                .putInt((int) file.sizeBytes())
                .putShort((short) name(file).length)
                .putShort((short) 0);
    }

    private static byte[] end(int entries, long directoryBytes, long directoryOffset) {
        return ByteBuffer.allocate(END_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(END_SIGNATURE)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) entries)
                .putShort((short) entries)
                .putInt((int) directoryBytes)
                .putInt((int) directoryOffset)
                .putShort((short) 0)
                .array();
    }

    private static ByteBuffer header(int bytes, FileEntry file) {
        return ByteBuffer.allocate(bytes + name(file).length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] name(FileEntry file) {
        return file.path().value().getBytes(StandardCharsets.UTF_8);
    }
}
