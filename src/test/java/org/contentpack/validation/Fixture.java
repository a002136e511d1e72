package org.contentpack.validation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.archive.Limits;
import org.contentpack.manifest.DocumentConstraints;
import org.contentpack.manifest.PackDocumentReader;
import org.contentpack.pack.Release;
import org.contentpack.version.Version;

/**
 * A pack under {@code packs/<subject-aspect-outcome>}: one folder for each of its versions, the
 * highest of which is looked at, and {@code expected.txt} with the findings, one a line.
 */
record Fixture(Path folder) {

    static final PackDocumentReader READER =
            new PackDocumentReader(DocumentConstraints.validator(), Limits.DEFAULT);
    static final PackValidation VALIDATION = new PackValidation(READER, PackRules.builtIn());

    /** All packs that lie in folders of versions; those of one file each belong to its reader. */
    static List<Fixture> all() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/packs"))) {
            return folders.filter(f -> Files.isDirectory(f.resolve("1.0.0")))
                    .sorted()
                    .map(Fixture::new)
                    .toList();
        }
    }

    static Fixture named(String name) {
        return new Fixture(Path.of("src/test/resources/packs", name));
    }

    String name() {
        return folder.getFileName().toString();
    }

    List<String> expected() throws IOException {
        return Files.readAllLines(folder.resolve("expected.txt"), UTF_8);
    }

    ValidationResult validate() throws IOException {
        List<Path> versions = versions();
        Path last = versions.get(versions.size() - 1);
        Optional<Release> previous =
                versions.size() == 1 ? Optional.empty() : Optional.of(release(versions.get(0)));
        return VALIDATION.validate(
                InMemoryPackFiles.ofFolder(last), List.of(), (pack, version) -> previous);
    }

    /** The texts of the highest version, to change something in them. */
    InMemoryPackFiles files() throws IOException {
        List<Path> versions = versions();
        return InMemoryPackFiles.ofFolder(versions.get(versions.size() - 1));
    }

    /** What the lowest version is, which has no findings of severity error. */
    Release release() throws IOException {
        return release(versions().get(0));
    }

    private static Release release(Path folder) throws IOException {
        ValidationResult result =
                VALIDATION.validate(
                        InMemoryPackFiles.ofFolder(folder), List.of(), PreviousReleases.NONE);
        if (result instanceof ValidationResult.Accepted accepted) {
            return accepted.release();
        }
        throw new IllegalArgumentException(folder + " is refused: " + result.report().findings());
    }

    private List<Path> versions() throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(f -> new Version(f.getFileName().toString())))
                    .toList();
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
