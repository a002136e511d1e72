package org.contentpack.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.contentpack.cli.report.PackReport;
import org.contentpack.cli.report.ReportFormat;
import org.contentpack.cli.report.SourceTexts;
import org.contentpack.ingest.DraftFolder;
import org.contentpack.ingest.Ingest;
import org.contentpack.ingest.IngestOptions;
import org.contentpack.ingest.IngestResult;
import org.contentpack.ingest.SourceFormat;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code contentpack ingest}: a file as it was found becomes the draft of a pack. */
@Command(
        name = "ingest",
        description = {
            "Makes the draft of a pack out of a text, a page, Markdown or an export of WordPress.",
            "What only a person can decide is told as findings and left open in the draft: errors"
                    + " end the command with 1, and the draft is there all the same."
        },
        mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The file as it was found.")
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
            converter = Converters.OfPackId.class,
            description = "Of the pack; else one is made of the title.")
    private @Nullable PackId id;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            converter = Converters.OfLanguage.class,
            description = "Of the text, such as en; else what the file says or its words show.")
    private @Nullable Language language;

    @Option(
            names = "--source-format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; else what the file's name and beginning show.")
    private @Nullable SourceFormat sourceFormat;

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            description = "Else a byte order mark, what the file declares, or UTF-8.")
    private @Nullable String charset;

    @Option(
            names = "--post",
            paramLabel = "POST",
            description = "Name or number of a post of an export; else all that are published.")
    private List<String> posts = List.of();

    @picocli.CommandLine.Spec private picocli.CommandLine.Model.@Nullable CommandSpec spec;

    IngestCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        Path from = Given.required(file);
        Path to = Given.required(output);
        IngestResult result =
                new Ingest(options()).ingest(String.valueOf(from.getFileName()), read(from));
        if (result instanceof IngestResult.Drafted drafted) {
            try {
                DraftFolder.write(drafted.draft(), to);
            } catch (DirectoryNotEmptyException e) {
                throw new CommandFailure(
                        to
                                + ": it holds something already, which stays as it is; name a new folder",
                        e);
            }
        }
        String name = String.valueOf(from.getFileName());
        Path parent = from.getParent();
        return Findings.tell(
                List.of(
                        new PackReport(
                                parent == null ? "" : parent.toString().replace('\\', '/'),
                                result.report(),
                                SourceTexts.ofFile(name, from))),
                format,
                terminal);
    }

    /** As much as is read at all, and a byte more, by which too much is noticed. */
    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Ingest.MAX_BYTES + 1);
        }
    }

    private IngestOptions options() {
        IngestOptions options = IngestOptions.NONE;
        if (id != null) {
            options = options.withPackId(id);
        }
        if (language != null) {
            options = options.withLanguage(language);
        }
        if (sourceFormat != null) {
            options = options.withFormat(sourceFormat);
        }
        if (charset != null) {
            options = options.withCharset(charset(charset));
        }
        Set<String> wanted = new LinkedHashSet<>(posts);
        return wanted.isEmpty() ? options : options.withPosts(wanted);
    }

    private Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new ParameterException(
                    Given.required(spec).commandLine(), "There is no charset \"" + name + "\".", e);
        }
    }
}
