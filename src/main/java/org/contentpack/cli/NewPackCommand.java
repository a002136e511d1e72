package org.contentpack.cli;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.contentpack.ingest.BlankDraft;
import org.contentpack.ingest.DraftFolder;
import org.contentpack.ingest.PackDraft;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Profile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code contentpack new pack}: the folder of a pack without articles. */
@Command(
        name = "pack",
        description = {
            "Begins a pack in a folder that does not exist yet or is empty.",
            "Publisher, owners, licence, dates and authors are a person's to write: until then the"
                    + " pack is refused for exactly these."
        },
        mixinStandardHelpOptions = true)
final class NewPackCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "Folder of the pack.")
    private @Nullable Path folder;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "Id of the pack, for ever; else one made of the folder's name.")
    private @Nullable String id;

    @Option(names = "--title", paramLabel = "TITLE", description = "Title of the pack.")
    private @Nullable String title;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "Language of its articles, such as en.")
    private @Nullable String language;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description = "health: the pack is held to the rules for texts about health.")
    private @Nullable String profile;

    @Option(names = "--json", description = "Says what was written as JSON.")
    private boolean isJson;

    @Spec private @Nullable CommandSpec spec;

    // Wiring gives engines to every command; a new pack needs none.
    NewPackCommand(Terminal terminal, Engines engines) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, CommandFailure {
        Path dir = Given.required(folder);
        PackDraft draft =
                BlankDraft.pack(
                        packId(dir),
                        Optional.ofNullable(title).map(String::strip).filter(t -> !t.isEmpty()),
                        given(
                                "--language",
                                language,
                                language == null ? Optional.empty() : Language.parse(language)),
                        given(
                                "--profile",
                                profile,
                                profile == null ? Optional.empty() : Profile.parse(profile)));
        if (Files.exists(dir) && !Files.isDirectory(dir)) {
            throw new CommandFailure(dir + ": it exists already and is no folder");
        }
        try {
            DraftFolder.write(draft, dir);
        } catch (DirectoryNotEmptyException e) {
            throw new CommandFailure(dir + ": the folder is not empty; nothing was written", e);
        }
        List<String> files =
                draft.files().keySet().stream()
                        .map(file -> dir.resolve(file.value()).toString())
                        .toList();
        if (isJson) {
            terminal.out().println(Json.text(Json.of("pack", draft.id().value(), "files", files)));
        } else {
            files.forEach(terminal.out()::println);
        }
        return ExitCode.FINE;
    }

    private PackId packId(Path dir) {
        if (id != null) {
            return given("--id", id, PackId.parse(id)).orElseThrow();
        }
        String name = String.valueOf(dir.toAbsolutePath().normalize().getFileName());
        return PackId.proposed(name)
                .orElseThrow(
                        () ->
                                new ParameterException(
                                        Given.required(spec).commandLine(),
                                        "The folder's name \""
                                                + name
                                                + "\" makes no id of a pack; give one with --id"));
    }

    /** What an option says; empty where the call has none. */
    private <T> Optional<T> given(String option, @Nullable String text, Optional<T> value) {
        if (text != null && value.isEmpty()) {
            throw new ParameterException(
                    Given.required(spec).commandLine(),
                    "Invalid value for option '" + option + "': \"" + text + "\"");
        }
        return value;
    }
}
