package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** docs/cli.md has a section for each command, and in it a row for each option. */
class CliDocumentationTest {

    private static final Pattern SECTION =
            Pattern.compile(
                    "^## `([^`]+)`\\n(.*?)(?=^## |\\z)", Pattern.MULTILINE | Pattern.DOTALL);

    /** Rows of a table that begin with an option or a parameter. */
    private static final Pattern ROW =
            Pattern.compile("^\\| ((?:`[^`]+`(?:, )?)+) \\|", Pattern.MULTILINE);

    private static final Pattern NAME = Pattern.compile("`(\\S+?)(?: [^`]*)?`");

    @Test
    void everyCommandAndOptionHasItsPlace() throws IOException {
        assertThat(documented()).isEqualTo(real());
    }

    @Test
    void sectionsStandInTheOrderOfTheAlphabet() throws IOException {
        Matcher section = SECTION.matcher(text());
        assertThat(section.results().map(found -> found.group(1))).isSorted();
    }

    private static Map<String, SortedSet<String>> documented() throws IOException {
        Map<String, SortedSet<String>> commands = new TreeMap<>();
        Matcher section = SECTION.matcher(text());
        while (section.find()) {
            SortedSet<String> names = new TreeSet<>();
            Matcher row = ROW.matcher(section.group(2));
            while (row.find()) {
                NAME.matcher(row.group(1)).results().forEach(name -> names.add(name.group(1)));
            }
            commands.put(section.group(1), names);
        }
        return commands;
    }

    /** Help and version are the same everywhere and told once. */
    private static Map<String, SortedSet<String>> real() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        Map<String, SortedSet<String>> commands = new TreeMap<>();
        for (CommandLine each : commands(ContentPack.line(Terminal.plain(nowhere, nowhere)))) {
            CommandSpec spec = each.getCommandSpec();
            String name = spec.qualifiedName().substring("contentpack ".length());
            if (ServerCommandsPageTest.COMMANDS.contains(name)) {
                continue;
            }
            SortedSet<String> names = new TreeSet<>();
            for (OptionSpec option : spec.options()) {
                if (!option.usageHelp() && !option.versionHelp()) {
                    names.addAll(List.of(option.names()));
                }
            }
            spec.positionalParameters().forEach(given -> names.add(given.paramLabel()));
            commands.put(name, names);
        }
        return commands;
    }

    /** Those that can be called; one that only groups others has no section. */
    private static List<CommandLine> commands(CommandLine line) {
        return line.getSubcommands().values().stream()
                .flatMap(
                        each ->
                                each.getSubcommands().isEmpty()
                                        ? Stream.of(each)
                                        : each.getSubcommands().values().stream())
                .toList();
    }

    private static String text() throws IOException {
        return Files.readString(Path.of("docs/cli.md"), UTF_8);
    }
}
