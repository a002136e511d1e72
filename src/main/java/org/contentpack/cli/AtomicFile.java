package org.contentpack.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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

    static void write(Path file, Writing writing) throws IOException {
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
            Files.move(
                    beside,
                    absolute,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
