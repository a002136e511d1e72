package org.contentpack.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.contentpack.archive.PackFiles;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;
import org.contentpack.registry.Blob;
import org.contentpack.registry.StoreException;

/**
 * Files by digest, each stored once: in its own row, or in pieces of {@value #PIECE} bytes where it
 * is longer. {@link ContentWriter} writes them; what is read is checked before a byte of it is
 * given out.
 */
final class ContentTable {

    /** Bytes of one piece: what one row holds in memory. */
    static final int PIECE = 256 * 1024;

    /** Content up to this length is checked and given out from memory; longer is read twice. */
    private static final int IN_MEMORY = 4 * PIECE;

    private final Database database;

    ContentTable(Database database) {
        this.database = database;
    }

    /** One look-up; the bytes of a file of one piece come with it. */
    Optional<Blob> find(Digest digest) throws IOException {
        return row(digest).map(row -> new StoredBlob(digest, row));
    }

    private Optional<Row> row(Digest digest) throws IOException {
        return database.read(
                connection ->
                        Sql.first(
                                connection,
                                "select id, size_bytes, bytes from content"
                                        + " where digest = ? and not erased",
                                row ->
                                        new Row(
                                                row.getLong(1),
                                                row.getLong(2),
                                                Optional.ofNullable(row.getBytes(3))),
                                digest.value()));
    }

    /**
     * A file as it stands in the database.
     *
     * @param bytes empty where it is longer than a piece, or has lost its bytes
     */
    private record Row(long id, long sizeBytes, Optional<byte[]> bytes) {}

    /** Writes the files again whose stored bytes are no longer theirs; erased ones stay erased. */
    int repair(PackFiles files) throws IOException {
        int repaired = 0;
        for (FileEntry entry : files.list().entries()) {
            Optional<Row> row = row(entry.digest());
            if (row.isPresent() && isDamaged(entry.digest(), row.get())) {
                long id = row.get().id();
                database.write(
                        connection -> {
                            new ContentWriter(connection, files).rewrite(id, entry);
                            return id;
                        });
                repaired++;
            }
        }
        return repaired;
    }

    private boolean isDamaged(Digest digest, Row row) throws IOException {
        if (row.bytes().isPresent()) {
            return !Digest.of(row.bytes().get()).equals(digest);
        }
        MessageDigest sha256 = Digest.sha256();
        byte[] buffer = new byte[PIECE];
        try (InputStream in = new PieceStream(row.id())) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
        }
        return !Digest.ofHex(HexFormat.of().formatHex(sha256.digest())).equals(digest);
    }

    /** One piece; empty behind the last. */
    private byte[] piece(long id, int ordinal) throws IOException {
        return database.read(
                connection ->
                        Sql.first(
                                        connection,
                                        "select bytes from content_piece"
                                                + " where content = ? and ordinal = ?",
                                        row -> row.getBytes(1),
                                        id,
                                        ordinal)
                                .orElse(new byte[0]));
    }

    private final class StoredBlob implements Blob {

        private final Digest digest;
        private final Row row;

        StoredBlob(Digest digest, Row row) {
            this.digest = digest;
            this.row = row;
        }

        @Override
        public Digest digest() {
            return digest;
        }

        @Override
        public long sizeBytes() {
            return row.sizeBytes();
        }

        @Override
        public InputStream open() throws IOException {
            if (row.bytes().isPresent() || row.sizeBytes() <= IN_MEMORY) {
                byte[] bytes =
                        row.bytes().isPresent()
                                ? row.bytes().get()
                                : new PieceStream(row.id()).readAllBytes();
                if (!Digest.of(bytes).equals(digest)) {
                    throw damaged();
                }
                return new ByteArrayInputStream(bytes);
            }
            if (isDamaged(digest, row)) {
                throw damaged();
            }
            return new PieceStream(row.id());
        }

        private StoreException damaged() {
            return new StoreException("stored bytes are no longer those of " + digest);
        }
    }

    /** Reads piece after piece and holds no connection in between: a reader may be slow. */
    private final class PieceStream extends InputStream {

        private final long id;
        private byte[] piece = new byte[0];
        private int at;
        private int next;

        PieceStream(long id) {
            this.id = id;
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
                piece = piece(id, next++);
                at = 0;
            }
            return piece.length == 0;
        }
    }
}
