package org.contentpack.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.contentpack.compare.ReleaseComparison;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Redirect;
import org.contentpack.pack.Release;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contentpack diff}: what a server's compare says, without a server. */
@Command(
        name = "diff",
        description = {
            "Tells what is different in one pack against another: structure, fields, sections and"
                    + " words.",
            "Removed words stand in [-...-], added ones in {+...+}; on a terminal they are coloured"
                    + " too."
        },
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Engines engines;

    @Parameters(index = "0", paramLabel = "FROM", description = "Folder or zip of the earlier one.")
    private @Nullable Path from;

    @Parameters(index = "1", paramLabel = "TO", description = "Folder or zip of the later one.")
    private @Nullable Path to;

    @Option(
            names = "--article",
            paramLabel = "ID",
            converter = OfArticleId.class,
            description = "Only this article.")
    private @Nullable ArticleId article;

    @Option(names = "--json", description = "Tells it as JSON.")
    private boolean isJson;

    DiffCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        Path earlier = Given.required(from);
        Path later = Given.required(to);
        try (OpenedPack first = engines.get().open(earlier);
                OpenedPack second = engines.get().open(later)) {
            Release before = engines.get().release(earlier, first);
            Release after = engines.get().release(later, second);
            if (!before.id().pack().equals(after.id().pack())) {
                throw new CommandFailure(
                        "these are different packs: "
                                + before.id().pack()
                                + " and "
                                + after.id().pack());
            }
            boolean isForward = before.id().version().compareTo(after.id().version()) <= 0;
            List<Redirect> redirects = isForward ? after.manifest().redirects() : List.of();
            ReleaseComparison comparison =
                    ReleaseComparison.of(
                            engines.get().side(before, first),
                            engines.get().side(after, second),
                            redirects,
                            Optional.ofNullable(article));
            DiffText text = new DiffText(before, after, comparison);
            if (isJson) {
                terminal.out().println(Json.text(text.json()));
            } else {
                text.write(terminal);
            }
            return ExitCode.FINE;
        }
    }
}
