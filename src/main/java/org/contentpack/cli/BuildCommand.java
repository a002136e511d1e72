package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.contentpack.archive.CanonicalArchive;
import org.contentpack.archive.PackFiles;
import org.contentpack.pack.Release;
import org.contentpack.validation.ValidationResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contentpack build}: the one zip of a release, and its list. */
@Command(
        name = "build",
        description = {
            "Makes the zip of a release, byte for byte the one that a server gives out, and its"
                    + " .sha256 list.",
            "The same files give the same bytes on every machine. A pack that breaks rules is not"
                    + " built."
        },
        mixinStandardHelpOptions = true)
final class BuildCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Engines engines;

    @Parameters(paramLabel = "DIR", description = "Folder of the pack.")
    private @Nullable Path folder;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The zip. Its list is called the same, with .sha256 in place of .zip.")
    private @Nullable Path output;

    @Option(names = "--json", description = "Says what was built as JSON.")
    private boolean isJson;

    BuildCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        Path from = Given.required(folder);
        Path zip = Given.required(output);
        try (OpenedPack pack = engines.get().open(from)) {
            ValidationResult result = engines.get().validate(pack, engines.get().beside(pack));
            if (!(result instanceof ValidationResult.Accepted accepted)) {
                return Findings.tell(pack, result.report(), terminal);
            }
            write(accepted.release(), pack.files().orElseThrow(), zip);
            return ExitCode.FINE;
        }
    }

    private void write(Release release, PackFiles files, Path zip) throws IOException {
        Path list = listOf(zip);
        AtomicFile.write(zip, out -> CanonicalArchive.write(files, out));
        AtomicFile.write(list, out -> out.write(release.files().text().getBytes(UTF_8)));
        if (isJson) {
            Map<String, Object> said = new TreeMap<>();
            said.put("pack", release.id().pack().value());
            said.put("version", release.id().version().text());
            said.put("digest", release.digest().value());
            said.put("archive", zip.toString());
            said.put("list", list.toString());
            said.put("bytes", Files.size(zip));
            terminal.out().println(Json.text(said));
        } else {
            terminal.out().println(release.id() + "  " + release.digest());
            terminal.out().println(zip + "  " + Files.size(zip) + " bytes");
            terminal.out().println(list.toString());
        }
    }

    /** {@code x.sha256} for {@code x.zip}. */
    private static Path listOf(Path zip) {
        String name = String.valueOf(zip.getFileName());
        String stem = name.endsWith(".zip") ? name.substring(0, name.length() - 4) : name;
        return zip.resolveSibling(stem + ".sha256");
    }
}
