package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.contentpack.archive.PackFiles;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.Release;
import org.contentpack.validation.ValidationResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code contentpack release}: the folder that authors work in, kept as one version that never
 * changes again.
 */
@Command(
        name = "release",
        description = {
            "Keeps a working folder as <output>/<id>/<version>/ with its list <version>.sha256.",
            "The pack is checked first, against the releases beside it. A release that is there"
                    + " already is never changed: the same one is left as it is, another one is"
                    + " refused."
        },
        mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Engines engines;

    @Parameters(paramLabel = "DIR", description = "Folder of the pack.")
    private @Nullable Path folder;

    @Option(
            names = {"-o", "--output"},
            defaultValue = "content-pack",
            paramLabel = "ROOT",
            description = "Folder of all releases. Default: ${DEFAULT-VALUE}.")
    private Path root = Path.of("content-pack");

    @Option(names = "--json", description = "Says what was kept as JSON.")
    private boolean isJson;

    ReleaseCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        try (OpenedPack pack = engines.get().open(Given.required(folder))) {
            ValidationResult result = engines.get().validate(pack, engines.get().below(root));
            if (!(result instanceof ValidationResult.Accepted accepted)) {
                return Findings.tell(pack, result.report(), terminal);
            }
            Release release = accepted.release();
            Path kept =
                    root.resolve(release.id().pack().value())
                            .resolve(release.id().version().text());
            boolean isNew = keep(release, pack.files().orElseThrow(), kept);
            tell(release, kept, isNew);
            return ExitCode.FINE;
        }
    }

    private boolean keep(Release release, PackFiles files, Path kept)
            throws IOException, CommandFailure {
        Path list = listOf(kept);
        String text = release.files().text();
        if (Files.exists(list) && !Files.readString(list, UTF_8).equals(text)) {
            throw other(release, list);
        }
        if (Files.exists(kept)) {
            try (OpenedPack there = engines.get().open(kept)) {
                if (there.files().filter(f -> f.list().text().equals(text)).isEmpty()) {
                    throw other(release, kept);
                }
            }
            if (!Files.exists(list)) {
                AtomicFile.write(list, out -> out.write(text.getBytes(UTF_8)));
                return true;
            }
            return false;
        }
        Files.createDirectories(root);
        Path work = Files.createTempDirectory(root, ".contentpack-");
        try {
            // A folder for one's own eyes only is not what one makes for a release.
            Path made = Files.createDirectory(work.resolve("pack"));
            copy(files, made);
            Path madeList = Files.writeString(work.resolve("list"), text, UTF_8);
            Files.createDirectories(root.resolve(release.id().pack().value()));
            // A folder without its list is completed by the next call.
            Files.move(made, kept, StandardCopyOption.ATOMIC_MOVE);
            Files.move(madeList, list, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            delete(work);
        }
    }

    private static CommandFailure other(Release release, Path there) {
        return new CommandFailure(
                there
                        + ": another "
                        + release.id()
                        + " is there already, and a release never changes; give the pack the next"
                        + " version");
    }

    private static void copy(PackFiles files, Path to) throws IOException {
        for (FileEntry file : files.list().entries()) {
            Path path = to.resolve(file.path().value());
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            try (InputStream in = files.open(file.path())) {
                Files.copy(in, path);
            }
        }
    }

    private static void delete(Path work) throws IOException {
        try (Stream<Path> inside = Files.walk(work)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static Path listOf(Path kept) {
        return kept.resolveSibling(kept.getFileName() + ".sha256");
    }

    private void tell(Release release, Path kept, boolean isNew) {
        if (isJson) {
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("pack", release.id().pack().value());
            said.put("version", release.id().version().text());
            said.put("digest", release.digest().value());
            said.put("folder", kept.toString());
            said.put("list", listOf(kept).toString());
            said.put("new", isNew);
            terminal.out().println(Json.text(said));
        } else {
            terminal.out().println(release.id() + "  " + release.digest());
            terminal.out().println(kept + (isNew ? "" : "  is there already, nothing changed"));
            terminal.out().println(listOf(kept).toString());
        }
    }
}
