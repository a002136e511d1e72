package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.contentpack.archive.PackFiles;
import org.contentpack.cli.report.PackReport;
import org.contentpack.cli.report.ReportFormat;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.Release;
import org.contentpack.validation.ValidationResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contentpack release}: authors work in one folder, and versions are made of it. */
@Command(
        name = "release",
        description = {
            "Copies a working folder to DIR/<id>/<version>, with its .sha256 list beside it.",
            "It is checked against the releases there first. A number that is taken by other content"
                    + " is refused; the same content again changes nothing."
        },
        mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Engines engines;

    @Parameters(paramLabel = "DIR", description = "The working folder.")
    private @Nullable Path folder;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = "content-pack",
            description = "Folder of all releases (default: ${DEFAULT-VALUE}).")
    private Path root = Path.of("content-pack");

    ReleaseCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        try (OpenedPack pack = engines.get().open(Given.required(folder))) {
            ValidationResult result = engines.get().validate(pack, engines.get().below(root));
            if (!(result instanceof ValidationResult.Accepted accepted)) {
                return Findings.tell(
                        List.of(new PackReport(pack.origin(), result.report(), pack.texts())),
                        ReportFormat.TEXT,
                        terminal);
            }
            Release release = accepted.release();
            Path target =
                    root.resolve(release.id().pack().value())
                            .resolve(release.id().version().text());
            Path list = target.resolveSibling(target.getFileName() + ".sha256");
            if (Files.exists(target) || Files.exists(list)) {
                return there(release, target, list);
            }
            write(release, pack.files().orElseThrow(), target, list);
            terminal.out().println(release.id() + "  " + release.digest());
            terminal.out().println(target.toString());
            terminal.out().println(list.toString());
            return ExitCode.FINE;
        }
    }

    private int there(Release release, Path target, Path list) throws IOException, CommandFailure {
        if (Files.isRegularFile(list)
                && Files.isDirectory(target)
                && Files.readString(list, UTF_8).equals(release.files().text())) {
            terminal.out().println(release.id() + "  " + release.digest() + "  is there already");
            return ExitCode.FINE;
        }
        throw new CommandFailure(
                target
                        + ": this number stands for other content; raise the version in pack.yaml,"
                        + " or remove a folder that was never published");
    }

    /** The folder first, under another name; then both at their places, the list last. */
    private static void write(Release release, PackFiles files, Path target, Path list)
            throws IOException {
        Path folder = Files.createDirectories(target.toAbsolutePath().getParent());
        Path work =
                Files.createDirectory(
                        folder.resolve(
                                ".contentpack-"
                                        + HexFormat.of()
                                                .toHexDigits(
                                                        ThreadLocalRandom.current().nextLong())));
        try {
            for (FileEntry entry : release.files().entries()) {
                Path file = work.resolve(entry.path().value());
                Files.createDirectories(file.getParent());
                try (InputStream in = files.open(entry.path())) {
                    Files.copy(in, file);
                }
            }
            Files.move(work, target, StandardCopyOption.ATOMIC_MOVE);
            AtomicFile.write(list, out -> out.write(release.files().text().getBytes(UTF_8)));
        } finally {
            delete(work);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
