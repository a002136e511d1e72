package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Release;
import org.contentpack.validation.ValidationResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code contentpack stats}: what can be counted of the texts of packs. */
@Command(
        name = "stats",
        description = {
            "Counts words, sentences, links and pictures of each article, its reading ease, and says"
                    + " when it has to be reviewed again.",
            "Reading ease: Flesch for English, Fernández Huerta for Spanish; 100 is easy, 0 is hard."
        },
        mixinStandardHelpOptions = true)
final class StatsCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Engines engines;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folder or zip of a pack.")
    private List<Path> packs = List.of();

    @Option(names = "--json", description = "Tells them as JSON.")
    private boolean isJson;

    @Option(
            names = "--svg",
            paramLabel = "FILE",
            description = "Draws the reading ease of all articles as well.")
    private @Nullable Path svg;

    /** The figures of one pack. */
    private record PackFigures(Release release, List<ArticleFigures> articles) {}

    StatsCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        List<PackFigures> all = new ArrayList<>();
        for (Path path : packs) {
            try (OpenedPack pack = engines.get().open(path)) {
                ValidationResult result = engines.get().validate(pack, engines.get().beside(pack));
                if (!(result instanceof ValidationResult.Accepted accepted)) {
                    return Findings.tell(pack, result.report(), terminal);
                }
                all.add(figures(accepted.release(), pack));
            }
        }
        if (svg != null) {
            String drawing =
                    new EaseDrawing(all.stream().flatMap(p -> p.articles().stream()).toList())
                            .svg();
            AtomicFile.write(svg, out -> out.write(drawing.getBytes(UTF_8)));
        }
        if (isJson) {
            terminal.out().println(Json.text(all.stream().map(StatsCommand::json).toList()));
        } else {
            all.forEach(this::table);
        }
        return ExitCode.FINE;
    }

    private PackFigures figures(Release release, OpenedPack pack) throws IOException {
        Map<FilePath, ArticleDocument> documents =
                engines.get().articles(pack).stream()
                        .collect(Collectors.toMap(ArticleDocument::file, Function.identity()));
        List<ArticleFigures> articles = new ArrayList<>();
        release.articles()
                .forEach(
                        head -> {
                            ArticleDocument document = documents.get(head.path());
                            if (document != null) {
                                articles.add(ArticleFigures.of(head, document));
                            }
                        });
        return new PackFigures(release, List.copyOf(articles));
    }

    private static Map<String, Object> json(PackFigures pack) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("pack", pack.release().id().pack().value());
        json.put("version", pack.release().id().version().text());
        json.put("articles", pack.articles().stream().map(ArticleFigures::json).toList());
        return json;
    }

    private void table(PackFigures pack) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "article",
                        "lang",
                        "sections",
                        "sentences",
                        "words",
                        "ease",
                        "links",
                        "pictures",
                        "next review"));
        for (ArticleFigures each : pack.articles()) {
            rows.add(
                    List.of(
                            each.head().id().value(),
                            each.head().language().tag(),
                            String.valueOf(each.sections()),
                            String.valueOf(each.sentences()),
                            String.valueOf(each.words()),
                            each.ease().map(e -> String.valueOf(e.score())).orElse("-"),
                            String.valueOf(each.links()),
                            String.valueOf(each.images()),
                            each.nextReview().map(Object::toString).orElse("unreviewed")));
        }
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        terminal.out().println(pack.release().id());
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String pad = " ".repeat(widths[i] - row.get(i).length());
                boolean isNumber = i > 1 && i < widths.length - 1;
                line.append("  ").append(isNumber ? pad + row.get(i) : row.get(i) + pad);
            }
            terminal.out().println(line.toString().stripTrailing());
        }
    }
}
