package org.contentpack.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file that is there as a whole or not at all: written beside its place under another name, then
 * moved. A full disk leaves what was there before.
 */
final class AtomicFile {

    private AtomicFile() {}

    /** Writes bytes to a stream that is closed afterwards. */
    @FunctionalInterface
    interface Writing {
        void write(OutputStream out) throws IOException;
    }

    /** In place of what is there. */
    static void write(Path file, Writing writing) throws IOException {
        made(
                file,
                writing,
                (beside, to) ->
                        Files.move(
                                beside,
                                to,
                                StandardCopyOption.ATOMIC_MOVE,
                                StandardCopyOption.REPLACE_EXISTING));
    }

    /**
     * Where nothing is yet.
     *
     * @throws FileAlreadyExistsException where something is, which stays as it is
     */
    static void create(Path file, Writing writing) throws IOException {
        made(file, writing, AtomicFile::moveWhereNothingIs);
    }

    /** A second name is refused where there is one; an atomic move would replace it. */
    private static void moveWhereNothingIs(Path beside, Path to) throws IOException {
        try {
            Files.createLink(to, beside);
        } catch (UnsupportedOperationException e) {
            Files.move(beside, to);
        }
    }

    /** Puts what was written in its place. */
    @FunctionalInterface
    private interface Placing {
        void place(Path beside, Path to) throws IOException;
    }

    private static void made(Path file, Writing writing, Placing placing) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null) {
            throw new IOException(file + ": it is not a file that can be written");
        }
        Path beside =
                folder.resolve(
                        ".contentpack-"
                                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong())
                                + ".part");
        try {
            try (OutputStream out =
                    new BufferedOutputStream(
                            Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW))) {
                writing.write(out);
            }
            placing.place(beside, absolute);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
