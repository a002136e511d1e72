package org.contentpack.cli.fix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import java.util.List;
import org.contentpack.compare.LineDiff;
import org.contentpack.finding.Finding;

/** What is to be changed in one file of a pack. */
public final class FileChange {

    private final Path path;
    private final String name;
    private final byte[] before;
    private final String after;
    private final List<Finding> mended;

    FileChange(Path path, String name, byte[] before, FixedText after) {
        this(path, name, before, after.text(), after.mended());
    }

    private FileChange(Path path, String name, byte[] before, String after, List<Finding> mended) {
        this.path = path;
        this.name = name;
        this.before = before.clone();
        this.after = after;
        this.mended = List.copyOf(mended);
    }

    /**
     * A change that no finding asked for.
     *
     * @param folder of the pack
     * @param name of the file in it
     * @param before its bytes as they were looked at
     */
    public static FileChange of(Path folder, String name, byte[] before, String after) {
        return new FileChange(folder.resolve(name), name, before, after, List.of());
    }

    public String name() {
        return name;
    }

    /** What will no longer be found. */
    public List<Finding> mended() {
        return mended;
    }

    /** Line by line. */
    public List<LineDiff.Hunk> difference() {
        return LineDiff.of(new String(before, UTF_8), after);
    }

    /**
     * Puts the new text in the file's place, whole or not at all, with the file's rights.
     *
     * @throws IOException where the file is no longer as it was looked at, or cannot be written
     */
    public void write() throws IOException {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                || !Arrays.equals(Files.readAllBytes(path), before)) {
            throw new IOException(path + " was changed meanwhile");
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(path + " lies in no folder");
        }
        Path beside = Files.createTempFile(folder, ".contentpack-", ".new");
        try {
            try (FileChannel out = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(after.getBytes(UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            PosixFileAttributeView rights =
                    Files.getFileAttributeView(path, PosixFileAttributeView.class);
            if (rights != null) {
                Files.setPosixFilePermissions(beside, rights.readAttributes().permissions());
            }
            Files.move(
                    beside,
                    path,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
