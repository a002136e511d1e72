package org.contentpack.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.contentpack.archive.PackFiles;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;
import org.contentpack.registry.Blob;
import org.contentpack.registry.StoreException;

/**
 * Files by digest, each stored once, in pieces of {@value #PIECE} bytes.
 *
 * <p>What is written is checked against its digest and length before the transaction ends; what is
 * read is checked before a byte of it is given out.
 */
final class ContentTable {

    /** Bytes of one piece: what one row holds in memory. */
    static final int PIECE = 256 * 1024;

    /** Content up to this length is checked and given out from memory; longer is read twice. */
    private static final int IN_MEMORY = 4 * PIECE;

    /** Bytes that wait in a batch before they are sent. */
    private static final int BATCH_BYTES = 4 * 1024 * 1024;

    private static final int KEYS_AT_ONCE = 500;

    private final Database database;

    ContentTable(Database database) {
        this.database = database;
    }

    /**
     * Stores the files that are not there yet, in the order of their digests, so that two
     * transactions with the same files wait for each other instead of both for ever.
     *
     * @throws IOException where a file is not what its list says
     */
    static void insert(Connection connection, PackFiles files) throws SQLException, IOException {
        Map<Digest, FileEntry> entries = new TreeMap<>();
        files.list().entries().forEach(e -> entries.put(e.digest(), e));
        Set<String> there = find(connection, entries.keySet(), "not erased");
        entries.keySet().removeIf(digest -> there.contains(digest.value()));
        Set<String> erased = find(connection, entries.keySet(), "erased");
        revive(connection, erased);
        try (PreparedStatement content =
                        connection.prepareStatement(
                                "insert into content (digest, size_bytes) values (?, ?)");
                PreparedStatement pieces =
                        connection.prepareStatement(
                                "insert into content_piece (digest, ordinal, bytes) values (?, ?, ?)")) {
            Batch batch = new Batch(content, pieces, erased);
            for (FileEntry entry : entries.values()) {
                try (InputStream in = files.open(entry.path())) {
                    batch.add(entry, in);
                }
            }
            batch.send();
        }
    }

    /** Bytes that were destroyed and come again in a release of their own are content again. */
    private static void revive(Connection connection, Set<String> erased) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update content set erased = false where digest = ?")) {
            for (String digest : erased) {
                update.setString(1, digest);
                update.executeUpdate();
            }
        }
    }

    private static Set<String> find(
            Connection connection, Collection<Digest> digests, String condition)
            throws SQLException {
        Set<String> there = new HashSet<>();
        Digest[] all = digests.toArray(Digest[]::new);
        for (int from = 0; from < all.length; from += KEYS_AT_ONCE) {
            Digest[] some =
                    Arrays.copyOfRange(all, from, Math.min(all.length, from + KEYS_AT_ONCE));
            String marks = String.join(", ", java.util.Collections.nCopies(some.length, "?"));
            try (PreparedStatement select =
                    connection.prepareStatement(
                            "select digest from content where "
                                    + condition
                                    + " and digest in ("
                                    + marks
                                    + ")")) {
                for (int i = 0; i < some.length; i++) {
                    select.setString(i + 1, some[i].value());
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        there.add(rows.getString(1));
                    }
                }
            }
        }
        return there;
    }

    /** Rows on their way. */
    private static final class Batch {

        private final PreparedStatement content;
        private final PreparedStatement pieces;

        /** Digests that have their row already and lack their pieces only. */
        private final Set<String> listed;

        private long waiting;

        Batch(PreparedStatement content, PreparedStatement pieces, Set<String> listed) {
            this.content = content;
            this.pieces = pieces;
            this.listed = listed;
        }

        void add(FileEntry entry, InputStream in) throws SQLException, IOException {
            if (!listed.contains(entry.digest().value())) {
                content.setString(1, entry.digest().value());
                content.setLong(2, entry.sizeBytes());
                content.addBatch();
            }
            MessageDigest sha256 = Digest.sha256();
            long length = 0;
            int ordinal = 0;
            for (byte[] piece = in.readNBytes(PIECE);
                    piece.length > 0;
                    piece = in.readNBytes(PIECE)) {
                sha256.update(piece);
                length += piece.length;
                pieces.setString(1, entry.digest().value());
                pieces.setInt(2, ordinal++);
                pieces.setBytes(3, piece);
                pieces.addBatch();
                waiting += piece.length + 200;
                if (waiting > BATCH_BYTES) {
                    send();
                }
            }
            if (length != entry.sizeBytes() || !digestOf(sha256).equals(entry.digest())) {
                throw new IOException("file changed while it was stored: " + entry.path());
            }
        }

        void send() throws SQLException {
            content.executeBatch();
            pieces.executeBatch();
            waiting = 0;
        }
    }

    private static Digest digestOf(MessageDigest sha256) {
        return Digest.ofHex(HexFormat.of().formatHex(sha256.digest()));
    }

    Optional<Blob> find(Digest digest) throws IOException {
        return database.read(
                connection -> {
                    try (PreparedStatement select =
                            connection.prepareStatement(
                                    "select size_bytes from content where not erased and digest = ?")) {
                        select.setString(1, digest.value());
                        try (ResultSet rows = select.executeQuery()) {
                            return rows.next()
                                    ? Optional.of(new StoredBlob(digest, rows.getLong(1)))
                                    : Optional.empty();
                        }
                    }
                });
    }

    /** Writes the files again whose stored bytes are no longer theirs; erased ones stay erased. */
    int repair(PackFiles files) throws IOException {
        int repaired = 0;
        for (FileEntry entry : files.list().entries()) {
            if (find(entry.digest()).isPresent() && isDamaged(entry.digest())) {
                database.write(connection -> rewrite(connection, entry, files));
                repaired++;
            }
        }
        return repaired;
    }

    private boolean isDamaged(Digest digest) throws IOException {
        MessageDigest sha256 = Digest.sha256();
        byte[] buffer = new byte[PIECE];
        try (InputStream in = new PieceStream(digest)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
        }
        return !digestOf(sha256).equals(digest);
    }

    private static int rewrite(Connection connection, FileEntry entry, PackFiles files)
            throws SQLException, IOException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from content_piece where digest = ?")) {
            delete.setString(1, entry.digest().value());
            delete.executeUpdate();
        }
        try (PreparedStatement content =
                        connection.prepareStatement(
                                "update content set size_bytes = ? where digest = ?");
                PreparedStatement pieces =
                        connection.prepareStatement(
                                "insert into content_piece (digest, ordinal, bytes) values (?, ?, ?)");
                InputStream in = files.open(entry.path())) {
            content.setLong(1, entry.sizeBytes());
            content.setString(2, entry.digest().value());
            Batch batch = new Batch(content, pieces, Set.of(entry.digest().value()));
            content.executeUpdate();
            batch.add(entry, in);
            batch.send();
        }
        return 1;
    }

    /** One piece; empty behind the last. */
    private byte[] piece(Digest digest, int ordinal) throws IOException {
        return database.read(
                connection -> {
                    try (PreparedStatement select =
                            connection.prepareStatement(
                                    "select bytes from content_piece where digest = ? and ordinal = ?")) {
                        select.setString(1, digest.value());
                        select.setInt(2, ordinal);
                        try (ResultSet rows = select.executeQuery()) {
                            return rows.next() ? rows.getBytes(1) : new byte[0];
                        }
                    }
                });
    }

    private final class StoredBlob implements Blob {

        private final Digest digest;
        private final long sizeBytes;

        StoredBlob(Digest digest, long sizeBytes) {
            this.digest = digest;
            this.sizeBytes = sizeBytes;
        }

        @Override
        public Digest digest() {
            return digest;
        }

        @Override
        public long sizeBytes() {
            return sizeBytes;
        }

        @Override
        public InputStream open() throws IOException {
            if (sizeBytes <= PIECE) {
                byte[] bytes = piece(digest, 0);
                if (!Digest.of(bytes).equals(digest)) {
                    throw damaged();
                }
                return new ByteArrayInputStream(bytes);
            }
            if (sizeBytes <= IN_MEMORY) {
                byte[] bytes = new PieceStream(digest).readAllBytes();
                if (!Digest.of(bytes).equals(digest)) {
                    throw damaged();
                }
                return new ByteArrayInputStream(bytes);
            }
            if (isDamaged(digest)) {
                throw damaged();
            }
            return new PieceStream(digest);
        }

        private StoreException damaged() {
            return new StoreException("stored bytes are no longer those of " + digest);
        }
    }

    /** Reads piece after piece and holds no connection in between: a reader may be slow. */
    private final class PieceStream extends InputStream {

        private final Digest digest;
        private byte[] piece = new byte[0];
        private int at;
        private int next;

        PieceStream(Digest digest) {
            this.digest = digest;
        }

        @Override
        public int read() throws IOException {
            return isAtEnd() ? -1 : piece[at++] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (isAtEnd()) {
                return -1;
            }
            int count = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, target, from, count);
            at += count;
            return count;
        }

        private boolean isAtEnd() throws IOException {
            if (at == piece.length) {
                piece = piece(digest, next++);
                at = 0;
            }
            return piece.length == 0;
        }
    }
}
