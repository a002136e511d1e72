package org.contentpack.rest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.contentpack.pack.Digest;
import org.jspecify.annotations.Nullable;

/**
 * Answers in files, for more of them than memory holds, against {@link ReadyAnswers}, which says
 * what is kept and when it is true. They are copies of what can be made again at any time: a file
 * that cannot be written or read, or whose bytes have changed, costs that work and nothing else.
 *
 * <p>Two files take turns. Answers are added to the newer one; when it has half of the bytes that
 * are allowed, the older one goes with all that is in it. Files belong to the process: the system
 * takes them away at its end, however it ends.
 *
 * <p>Safe for use by several threads.
 */
final class AnswerShelf implements AutoCloseable {

    /**
     * What the smallest answer counts, in bytes: each has an entry in memory of about 150, so that
     * those stay below a tenth of what is in files.
     */
    private static final int LEAST = 2_048;

    private final Path folder;
    private final long maxBytes;
    private final Map<Name, Place> places = new ConcurrentHashMap<>();
    private @Nullable Volume newer;
    private @Nullable Volume older;
    private boolean isClosed;

    /**
     * @param folder made where it is missing
     * @param maxBytes of both files together; 0 keeps nothing
     */
    AnswerShelf(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    /** Half of a digest of a key: nobody can make two keys with the same one. */
    private record Name(long high, long low) {

        static Name of(String key) {
            MessageDigest sha256 = Digest.sha256();
            ByteBuffer digest =
                    ByteBuffer.wrap(sha256.digest(key.getBytes(StandardCharsets.UTF_8)));
            return new Name(digest.getLong(), digest.getLong());
        }
    }

    private record Place(Volume volume, long offset, int length, int checksum, Moment moment) {}

    /** A file that only grows. */
    private static final class Volume {

        final FileChannel channel;
        long end;
        long counted;

        Volume(FileChannel channel) {
            this.channel = channel;
        }
    }

    /** The answer that was kept under the key for this moment. */
    Optional<ReadyAnswer> find(String key, Moment now) {
        if (maxBytes == 0) {
            return Optional.empty();
        }
        Name name = Name.of(key);
        Place place = places.get(name);
        if (place == null || !place.moment().equals(now)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(place));
        } catch (IOException e) {
            // Also where its file was taken away meanwhile.
            places.remove(name, place);
            return Optional.empty();
        }
    }

    private static ReadyAnswer read(Place place) throws IOException {
        byte[] record = new byte[place.length()];
        ByteBuffer into = ByteBuffer.wrap(record);
        while (into.hasRemaining()) {
            if (place.volume().channel.read(into, place.offset() + into.position()) < 0) {
                throw new EOFException();
            }
        }
        if (checksum(record) != place.checksum()) {
            throw new IOException("an answer's bytes have changed");
        }
        return decode(record);
    }

    /** Keeps the answer, where that is possible. */
    void put(String key, Moment moment, ReadyAnswer answer) {
        if (maxBytes == 0) {
            return;
        }
        try {
            places.put(Name.of(key), append(encode(answer), moment));
        } catch (UTFDataFormatException e) {
            // A field of more than 64 kB: this answer is made anew each time.
        } catch (IOException e) {
            // Without space or rights there is nothing to lose; the next one may find both.
            drop();
        }
    }

    private synchronized Place append(byte[] record, Moment moment) throws IOException {
        Volume volume = volume();
        ByteBuffer bytes = ByteBuffer.wrap(record);
        long offset = volume.end;
        while (bytes.hasRemaining()) {
            volume.channel.write(bytes, offset + bytes.position());
        }
        volume.end += record.length;
        volume.counted += Math.max(LEAST, record.length);
        return new Place(volume, offset, record.length, checksum(record), moment);
    }

    private Volume volume() throws IOException {
        if (isClosed) {
            throw new IOException("this server stops");
        }
        Volume current = newer;
        if (current != null && current.counted < maxBytes / 2) {
            return current;
        }
        Files.createDirectories(folder);
        Volume next =
                new Volume(
                        FileChannel.open(
                                folder.resolve("answers-" + System.nanoTime()),
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.DELETE_ON_CLOSE));
        forget(older);
        older = current;
        newer = next;
        return next;
    }

    private void forget(@Nullable Volume volume) {
        if (volume == null) {
            return;
        }
        places.values().removeIf(place -> place.volume() == volume);
        try {
            volume.channel.close();
        } catch (IOException e) {
            // Nothing in it is needed.
        }
    }

    /** A file that failed once is not written to again. */
    private synchronized void drop() {
        forget(newer);
        newer = null;
    }

    /** Gives up all answers with their files. */
    synchronized void clear() {
        forget(newer);
        forget(older);
        newer = null;
        older = null;
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        clear();
    }

    private static int checksum(byte[] record) {
        CRC32C crc = new CRC32C();
        crc.update(record);
        return (int) crc.getValue();
    }

    private static byte[] encode(ReadyAnswer answer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(answer.weight());
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(answer.status());
        out.writeUTF(answer.route());
        out.writeUTF(answer.tag().orElse(""));
        out.writeInt(answer.fields().size());
        for (ReadyAnswer.Field field : answer.fields()) {
            out.writeUTF(field.name());
            out.writeUTF(field.value());
        }
        out.write(answer.body());
        return bytes.toByteArray();
    }

    private static ReadyAnswer decode(byte[] record) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(record));
        int status = in.readInt();
        String route = in.readUTF();
        String tag = in.readUTF();
        int count = in.readInt();
        List<ReadyAnswer.Field> fields = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            fields.add(new ReadyAnswer.Field(in.readUTF(), in.readUTF()));
        }
        return new ReadyAnswer(
                status,
                fields,
                in.readAllBytes(),
                Optional.of(tag).filter(text -> !text.isEmpty()),
                route);
    }
}
