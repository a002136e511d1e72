package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.contentpack.ingest.BlankDraft;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.Located;
import org.contentpack.manifest.ManifestDocument;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Profile;
import org.contentpack.pack.Slug;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code contentpack new article}: one more file in a pack that authors work in. */
@Command(
        name = "article",
        description = {
            "Begins an article in a pack, in the pack's own language. It is unreviewed; authors,"
                    + " dates, sources and text are a person's to write."
        },
        mixinStandardHelpOptions = true)
final class NewArticleCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Engines engines;

    @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the pack.")
    private @Nullable Path folder;

    @Parameters(
            index = "1",
            paramLabel = "SLUG",
            description = "Slug of the article, such as growing-basil; its id for ever too.")
    private @Nullable String slug;

    @Option(names = "--title", paramLabel = "TITLE", description = "Title of the article.")
    private @Nullable String title;

    @Option(names = "--json", description = "Says what was written as JSON.")
    private boolean isJson;

    @Spec private @Nullable CommandSpec spec;

    NewArticleCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
        this.engines = engines;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        Path dir = Given.required(folder);
        ArticleId id = id(Given.required(slug));
        WorkFolder.check(dir);
        FilePath path = BlankDraft.path(id);
        Path file = dir.resolve(path.value());
        try (OpenedPack pack = engines.get().open(dir)) {
            Optional<Located<ManifestDocument>> manifest = engines.get().manifest(pack);
            if (manifest.isEmpty()) {
                throw new CommandFailure(
                        dir + ": it has no pack.yaml that can be read; try: contentpack new pack");
            }
            for (ArticleDocument article : engines.get().articles(pack)) {
                refuseTaken(article, id);
            }
            String text =
                    BlankDraft.article(
                            id,
                            Optional.ofNullable(title).map(String::strip).filter(t -> !t.isEmpty()),
                            Profile.HEALTH.id().equals(manifest.get().document().profile()));
            Files.createDirectories(Given.required(file.getParent()));
            try {
                AtomicFile.create(file, out -> out.write(text.getBytes(UTF_8)));
            } catch (FileAlreadyExistsException e) {
                throw new CommandFailure(file + ": it exists already; nothing was written", e);
            }
        }
        terminal.out()
                .println(
                        isJson
                                ? Json.text(Json.of("article", id.value(), "file", file.toString()))
                                : file.toString());
        return ExitCode.FINE;
    }

    private ArticleId id(String text) {
        return ArticleId.parse(text)
                .filter(id -> Slug.isSlug(text) && !Slug.isReserved(text))
                .orElseThrow(
                        () ->
                                new ParameterException(
                                        Given.required(spec).commandLine(),
                                        "\""
                                                + text
                                                + "\" is no slug for an article: lower-case words"
                                                + " joined by -, that begin with a letter, and none"
                                                + " that servers use in addresses"));
    }

    /** In any language: an id is one article's, and so is a slug. */
    private static void refuseTaken(ArticleDocument article, ArticleId id) throws CommandFailure {
        boolean isSlug =
                article.frontMatter()
                        .map(front -> front.document().slug())
                        .filter(id.value()::equals)
                        .isPresent();
        if (isSlug || article.stem().equals(id.value())) {
            throw new CommandFailure(
                    "\"" + id + "\" is taken by " + article.file() + "; nothing was written");
        }
    }
}
