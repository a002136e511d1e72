package org.contentpack.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.contentpack.cli.report.PackReport;
import org.contentpack.cli.report.ReportFormat;
import org.contentpack.cli.report.SourceTexts;
import org.contentpack.ingest.DraftFolder;
import org.contentpack.ingest.Ingest;
import org.contentpack.ingest.IngestOptions;
import org.contentpack.ingest.IngestResult;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code contentpack ingest}: the draft of a pack out of an article as it was found. */
@Command(
        name = "ingest",
        description = {
            "Makes the draft of a pack out of plain text, HTML, Markdown or WordPress' export, and"
                    + " tells what a person has to decide.",
            "Nothing is made up: what the file does not say is missing in the draft. The draft is"
                    + " there as a whole or not at all, also where there are errors to decide"
                    + " (exit code 1)."
        },
        mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The article as it was found.")
    private @Nullable Path file;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "Folder of the draft, which does not exist yet or is empty.")
    private @Nullable Path output;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How findings are told: ${COMPLETION-CANDIDATES}.",
            completionCandidates = ValidateCommand.Formats.class)
    private ReportFormat format = ReportFormat.TEXT;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "Id of the pack; else one made of the title.")
    private @Nullable String id;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "Language of the text, such as en; else what the file shows.")
    private @Nullable String language;

    @Option(
            names = "--post",
            paramLabel = "POST",
            description =
                    "Name or number of a post that is taken from WordPress' export, once for each;"
                            + " else all that are published.")
    private List<String> posts = List.of();

    @Spec private @Nullable CommandSpec spec;

    // Wiring gives engines to every command; a draft needs none.
    IngestCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        Path source = Given.required(file);
        Path draft = Given.required(output);
        IngestOptions options = options();
        refuseTaken(draft);
        byte[] bytes = read(source);
        String name = String.valueOf(source.getFileName());
        IngestResult result = new Ingest(options).ingest(name, bytes);
        if (result instanceof IngestResult.Drafted drafted) {
            write(drafted, draft);
        }
        return Findings.tell(
                List.of(
                        new PackReport(
                                origin(source), result.report(), SourceTexts.ofFile(name, source))),
                format,
                terminal);
    }

    private IngestOptions options() {
        IngestOptions options = IngestOptions.NONE.withPosts(Set.copyOf(posts));
        if (id != null) {
            options = options.withPackId(known(PackId.parse(id), "--id", id));
        }
        if (language != null) {
            options = options.withLanguage(known(Language.parse(language), "--language", language));
        }
        return options;
    }

    private <T> T known(Optional<T> value, String option, String given) {
        return value.orElseThrow(
                () ->
                        new ParameterException(
                                Given.required(spec).commandLine(),
                                "Invalid value for option '" + option + "': \"" + given + "\""));
    }

    /** One byte more than is taken tells the room that there is more. */
    private static byte[] read(Path source) throws IOException, CommandFailure {
        if (Files.isDirectory(source)) {
            throw new CommandFailure(source + ": it is a folder, not a file");
        }
        try (InputStream in = Files.newInputStream(source)) {
            return in.readNBytes(Ingest.MAX_BYTES + 1);
        }
    }

    private static void refuseTaken(Path folder) throws IOException, CommandFailure {
        if (!Files.isDirectory(folder)) {
            if (Files.exists(folder)) {
                throw new CommandFailure(folder + ": it exists already and is no folder");
            }
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw taken(folder);
            }
        }
    }

    private static CommandFailure taken(Path folder) {
        return new CommandFailure(folder + ": the folder is not empty; nothing was written");
    }

    private void write(IngestResult.Drafted drafted, Path folder)
            throws IOException, CommandFailure {
        try {
            DraftFolder.write(drafted.draft(), folder);
        } catch (DirectoryNotEmptyException e) {
            throw taken(folder);
        }
        // Not among the findings, which programs read.
        terminal.err()
                .println(
                        drafted.draft().id()
                                + ": "
                                + drafted.draft().files().size()
                                + " files in "
                                + folder);
    }

    /** The folder of the source, since findings name the source by its last part. */
    private static String origin(Path source) {
        Path parent = source.getParent();
        return parent == null ? "" : parent.toString().replace('\\', '/');
    }
}
