package org.contentpack.cli;

import picocli.CommandLine.Command;

/** {@code contentpack new}: begins a pack, or an article in one. */
@Command(
        name = "new",
        description = {
            "Begins a pack, or an article in one. Nothing that is there is overwritten, and nothing"
                    + " is made up: what a person has to write is missing and stands there as a"
                    + " comment."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {NewArticleCommand.class, NewPackCommand.class})
final class NewCommand {}
