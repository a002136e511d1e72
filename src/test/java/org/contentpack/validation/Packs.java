package org.contentpack.validation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.archive.PackFiles;
import org.contentpack.pack.FilePath;

/** Packs that a test makes out of a fixture. */
final class Packs {

    private Packs() {}

    /** One text of a pack. */
    static String text(InMemoryPackFiles files, String path) throws IOException {
        return new String(files.read(new FilePath(path)), UTF_8);
    }

    /** Changes one text of a pack. */
    static InMemoryPackFiles replace(InMemoryPackFiles files, String path, String from, String to)
            throws IOException {
        String text = text(files, path);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(path + " must hold \"" + from + "\"");
        }
        return files.with(path, text.replace(from, to).getBytes(UTF_8));
    }

    /** {@code CODE file:line:column} of all findings of a pack that follows a release or none. */
    static List<String> findings(PackFiles files, PreviousReleases previous) throws IOException {
        return PackFixturesTest.codesAndPlaces(
                Fixture.VALIDATION.validate(files, List.of(), previous).report());
    }
}
