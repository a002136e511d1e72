package org.contentpack.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/**
 * The command {@code contentpack}: what people who write and ship packs do in a terminal and in
 * builds, with the same engine that a server uses.
 */
@Command(
        name = "contentpack",
        description = "Makes, checks and ships packs of articles.",
        mixinStandardHelpOptions = true,
        versionProvider = ContentPack.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ApplyCommand.class,
            BuildCommand.class,
            BumpCommand.class,
            ChannelCommand.class,
            DiffCommand.class,
            DriftCommand.class,
            ExportCommand.class,
            IngestCommand.class,
            NewCommand.class,
            PlanCommand.class,
            PublishCommand.class,
            ReleaseCommand.class,
            ReviewCommand.class,
            ServeCommand.class,
            SignCommand.class,
            StatsCommand.class,
            UndoCommand.class,
            ValidateCommand.class,
            VerifyCommand.class,
            WithdrawCommand.class,
            AutoComplete.GenerateCompletion.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; warnings at most",
            "1:done, and there are errors",
            "2:the call is wrong",
            "3:it could not be done"
        })
public final class ContentPack {

    /** Else it greets with its version at every call. Kept here, as loggers are weakly held. */
    private static final Logger QUIET = Logger.getLogger("org.hibernate.validator");

    private ContentPack() {}

    /** Ends the process with the exit code of the command. */
    public static void main(String[] arguments) {
        QUIET.setLevel(Level.WARNING);
        Charset charset = Tty.charset();
        PrintWriter out = new PrintWriter(System.out, false, charset);
        PrintWriter err = new PrintWriter(System.err, true, charset);
        Terminal terminal =
                new Terminal(
                        out,
                        err,
                        Ansi.AUTO.enabled(),
                        Tty.console().isPresent(),
                        width(),
                        Tty::line);
        int exit = run(terminal, arguments);
        out.flush();
        System.exit(exit);
    }

    /** As shells tell it; 100 where none does. */
    private static int width() {
        try {
            return Math.max(40, Integer.parseInt(System.getenv().getOrDefault("COLUMNS", "100")));
        } catch (NumberFormatException e) {
            return 100;
        }
    }

    /**
     * Runs one command.
     *
     * @return its exit code
     */
    static int run(Terminal terminal, String... arguments) {
        int exit = line(terminal).execute(arguments);
        terminal.out().flush();
        terminal.err().flush();
        return exit;
    }

    /** The command with all its subcommands, for help and for calling it. */
    static CommandLine line(Terminal terminal) {
        Engines engines = new Engines();
        CommandLine line =
                new CommandLine(
                        new ContentPack(),
                        new CommandLine.IFactory() {
                            @Override
                            public <K> K create(Class<K> kind) throws Exception {
                                return Wiring.create(kind, terminal, engines)
                                        .orElseGet(() -> standard(kind));
                            }
                        });
        line.setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(
                                terminal.isColoured() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Math.min(120, Math.max(60, terminal.width())))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(ContentPack::misused)
                .setExecutionExceptionHandler(ContentPack::failed);
        return line;
    }

    private static <K> K standard(Class<K> kind) {
        try {
            return CommandLine.defaultFactory().create(kind);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int misused(ParameterException e, String[] arguments) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        err.println(line.getColorScheme().errorText(e.getMessage()));
        CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.MISUSE;
    }

    private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
        String said;
        if (e instanceof CommandFailure failure) {
            said = failure.getMessage();
        } else if (e instanceof IOException io) {
            said = Failures.line(io);
        } else if (e instanceof UncheckedIOException && e.getCause() instanceof IOException io) {
            said = Failures.line(io);
        } else {
            said = "this is a fault of contentpack: " + e;
        }
        line.getErr().println(line.getColorScheme().errorText(line.getCommandName() + ": " + said));
        return ExitCode.FAILED;
    }

    /** The version that the jar says it is. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"contentpack " + text()};
        }

        static String text() {
            return Optional.ofNullable(ContentPack.class.getPackage().getImplementationVersion())
                    .orElse("unpackaged");
        }
    }
}
