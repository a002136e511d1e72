package org.contentpack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Files that nobody else should read: keys, tokens. */
final class PrivateFiles {

    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    private PrivateFiles() {}

    /**
     * Warns where others may read the file; a file system without such rights warns of nothing.
     *
     * @param what it is: {@code private key}
     */
    static void warn(Path file, String what, Terminal terminal) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null
                && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains)) {
            terminal.err()
                    .println(
                            "warning: "
                                    + file
                                    + ": others may read this "
                                    + what
                                    + "; try: chmod 600 "
                                    + file);
        }
    }
}
