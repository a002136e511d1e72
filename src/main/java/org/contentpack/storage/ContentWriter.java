package org.contentpack.storage;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.contentpack.archive.PackFiles;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;
import org.jspecify.annotations.Nullable;

/**
 * Files on their way into the database within one transaction, against {@link ContentTable}, which
 * reads them. What is written is checked against its digest and length before the transaction ends.
 */
final class ContentWriter {

    /** Bytes that wait in a batch before they are sent. */
    private static final int BATCH_BYTES = 4 * 1024 * 1024;

    private static final int KEYS_AT_ONCE = 500;

    private final Connection connection;
    private final PackFiles files;

    ContentWriter(Connection connection, PackFiles files) {
        this.connection = connection;
        this.files = files;
    }

    /** What stands in the database under a digest. */
    private record Row(long id, boolean erased) {}

    /**
     * Stores the files that are not there yet, in the order of their digests, so that two
     * transactions with the same files wait for each other instead of both for ever. Bytes that
     * were destroyed and come again in a release of their own are content again.
     *
     * @return the number of each file
     * @throws IOException where a file is not what its list says
     */
    Map<Digest, Long> insert() throws SQLException, IOException {
        Map<Digest, FileEntry> missing = new TreeMap<>();
        files.list().entries().forEach(e -> missing.put(e.digest(), e));
        Map<Digest, Long> ids = new HashMap<>();
        for (Map.Entry<Digest, Row> there : find(missing.keySet()).entrySet()) {
            FileEntry entry = missing.remove(there.getKey());
            ids.put(there.getKey(), there.getValue().id());
            if (there.getValue().erased() && entry != null) {
                rewrite(there.getValue().id(), entry);
            }
        }
        insert(missing.values());
        find(missing.keySet()).forEach((digest, row) -> ids.put(digest, row.id()));
        return ids;
    }

    private Map<Digest, Row> find(Collection<Digest> digests) throws SQLException {
        Map<Digest, Row> there = new TreeMap<>();
        Digest[] all = digests.toArray(Digest[]::new);
        for (int from = 0; from < all.length; from += KEYS_AT_ONCE) {
            Digest[] some =
                    Arrays.copyOfRange(all, from, Math.min(all.length, from + KEYS_AT_ONCE));
            String marks = String.join(", ", Collections.nCopies(some.length, "?"));
            try (PreparedStatement select =
                    connection.prepareStatement(
                            "select digest, id, erased from content where digest in ("
                                    + marks
                                    + ")")) {
                for (int i = 0; i < some.length; i++) {
                    select.setString(i + 1, some[i].value());
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        there.put(
                                new Digest(rows.getString(1)),
                                new Row(rows.getLong(2), rows.getBoolean(3)));
                    }
                }
            }
        }
        return there;
    }

    private void insert(Collection<FileEntry> entries) throws SQLException, IOException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into content (digest, size_bytes, bytes) values (?, ?, ?)")) {
            long waiting = 0;
            for (FileEntry entry : entries) {
                boolean isShort = entry.sizeBytes() <= ContentTable.PIECE;
                byte @Nullable [] bytes = isShort ? whole(entry) : null;
                insert.setString(1, entry.digest().value());
                insert.setLong(2, entry.sizeBytes());
                insert.setBytes(3, bytes);
                insert.addBatch();
                waiting += entry.sizeBytes() + 200;
                if (!isShort || waiting > BATCH_BYTES) {
                    insert.executeBatch();
                    waiting = 0;
                }
                if (!isShort) {
                    insertPieces(id(entry.digest()), entry);
                }
            }
            insert.executeBatch();
        }
    }

    private long id(Digest digest) throws SQLException {
        return Sql.first(
                        connection,
                        "select id from content where digest = ?",
                        row -> row.getLong(1),
                        digest.value())
                .orElseThrow();
    }

    /** Writes a file again whose bytes are destroyed or damaged. */
    void rewrite(long id, FileEntry entry) throws SQLException, IOException {
        boolean isShort = entry.sizeBytes() <= ContentTable.PIECE;
        Sql.update(connection, "delete from content_piece where content = ?", id);
        Sql.update(
                connection,
                "update content set size_bytes = ?, erased = false, bytes = ? where id = ?",
                entry.sizeBytes(),
                isShort ? whole(entry) : null,
                id);
        if (!isShort) {
            insertPieces(id, entry);
        }
    }

    private byte[] whole(FileEntry entry) throws IOException {
        try (InputStream in = files.open(entry.path())) {
            byte[] bytes = in.readNBytes(ContentTable.PIECE + 1);
            check(entry, bytes.length, Digest.of(bytes));
            return bytes;
        }
    }

    private void insertPieces(long id, FileEntry entry) throws SQLException, IOException {
        MessageDigest sha256 = Digest.sha256();
        long length = 0;
        long waiting = 0;
        try (InputStream in = files.open(entry.path());
                PreparedStatement insert =
                        connection.prepareStatement(
                                "insert into content_piece (content, ordinal, bytes) values (?, ?, ?)")) {
            int ordinal = 0;
            for (byte[] piece = in.readNBytes(ContentTable.PIECE);
                    piece.length > 0;
                    piece = in.readNBytes(ContentTable.PIECE)) {
                sha256.update(piece);
                length += piece.length;
                insert.setLong(1, id);
                insert.setInt(2, ordinal++);
                insert.setBytes(3, piece);
                insert.addBatch();
                waiting += piece.length;
                if (waiting > BATCH_BYTES) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            insert.executeBatch();
        }
        check(entry, length, Digest.ofHex(HexFormat.of().formatHex(sha256.digest())));
    }

    private static void check(FileEntry entry, long length, Digest digest) throws IOException {
        if (length != entry.sizeBytes() || !digest.equals(entry.digest())) {
            throw new IOException("file changed while it was stored: " + entry.path());
        }
    }
}
