package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.contentpack.archive.PackLocation;
import org.contentpack.pack.ReleaseId;
import org.contentpack.signature.SignatureCheck;

/**
 * The signatures of a release, one a line, in a file beside it: {@code <version>.jws} beside a
 * folder, {@code name.zip.jws} beside a zip, as a server looks for them.
 */
record SignatureFile(Path path) {

    /** Longest in bytes; more than all signatures that a server takes. */
    private static final long MAX_BYTES =
            (long) SignatureCheck.MAX_SIGNATURES * (SignatureCheck.MAX_LENGTH + 2) * 2;

    static SignatureFile beside(Path pack, ReleaseId release) {
        Path absolute = pack.toAbsolutePath().normalize();
        String name =
                Files.isDirectory(pack)
                        ? new PackLocation(release.pack().value(), release.version().text())
                                .signaturesName()
                        : absolute.getFileName() + ".jws";
        return new SignatureFile(pack.isAbsolute() ? sibling(absolute, name) : near(pack, name));
    }

    private static Path sibling(Path absolute, String name) {
        return absolute.resolveSibling(name);
    }

    /** As the caller named the pack, so that what is printed can be found. */
    private static Path near(Path pack, String name) {
        Path normal = pack.normalize();
        boolean isNamed =
                normal.getNameCount() > 0 && !normal.toString().isEmpty() && !normal.endsWith("..");
        return isNamed
                ? normal.resolveSibling(name)
                : sibling(pack.toAbsolutePath().normalize(), name);
    }

    /** What is in it; nothing where there is no such file. */
    List<String> signatures() throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        if (Files.size(path) > MAX_BYTES) {
            throw new IOException(path + ": it is too long for signatures");
        }
        // Whatever bytes there are: what is no signature is told as such.
        return new String(Files.readAllBytes(path), UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /**
     * Adds one, and leaves those of others.
     *
     * @return false where it is there already
     */
    boolean add(String jws) throws IOException {
        List<String> lines = new ArrayList<>(signatures());
        if (lines.contains(jws)) {
            return false;
        }
        lines.add(jws);
        AtomicFile.write(path, out -> out.write((String.join("\n", lines) + "\n").getBytes(UTF_8)));
        return true;
    }
}
