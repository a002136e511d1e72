package org.contentpack.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tutorial's commands, run one after the other in one shell, print what the tutorial says. With
 * {@code -Dtutorial.write=true} what they print is written there.
 */
class TutorialE2E {

    private static final Path PAGE = Path.of("docs/tutorial.md");
    private static final String WRITTEN_SERVER = "http://localhost:9080";
    private static final String SERVER = System.getProperty("contentpack.url");
    private static final List<String> TOOLS = List.of("bash", "curl", "grep", "sed", "tail", "cmp");

    /** The key that the server trusts: RFC 8037, appendix A. A reader makes one with openssl. */
    private static final String SIGNER =
            "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";

    private static final String TRUSTED =
            "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    /** A block that begins with a command. */
    private static final Pattern BLOCK =
            Pattern.compile("^```\n(\\$ .*?)\n```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** Stands before what each command prints; no command prints it itself. */
    private static final String MARK = "\u001e";

    @TempDir private Path folder;

    /** A command of any number of lines, and what the page says it prints. */
    private record Step(String command, String printed) {
        @Override
        public String toString() {
            return ("$ " + command + "\n" + printed).strip();
        }
    }

    private static List<Step> steps(String block) {
        List<Step> steps = new ArrayList<>();
        for (String text : (block + "\n").split("(?m)^\\$ ")) {
            if (!text.isEmpty()) {
                int end =
                        text.contains("<<'END'")
                                ? text.indexOf("\nEND\n") + "\nEND".length()
                                : text.indexOf('\n');
                steps.add(new Step(text.substring(0, end), text.substring(end).strip()));
            }
        }
        return steps;
    }

    private List<String> run(List<Step> steps) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder();
        script.append(
                "contentpack() { \"$JAVA\" -XX:TieredStopAtLevel=1 -jar \"$JAR\" \"$@\"; }\n");
        for (Step step : steps) {
            script.append("printf '\\036'\n").append(step.command()).append('\n');
        }
        ProcessBuilder shell =
                new ProcessBuilder("bash", "-c", script.toString())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(new File("/dev/null"));
        shell.environment().put("JAVA", System.getProperty("java.home") + "/bin/java");
        shell.environment()
                .put("JAR", Path.of("target/contentpack.jar").toAbsolutePath().toString());
        shell.environment().put("CONTENTPACK_SERVER", SERVER);
        shell.environment().put("CONTENTPACK_TOKEN", Server.TOKEN);
        shell.environment().put("LC_ALL", "C.UTF-8");
        Process process = shell.start();
        String all = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return Stream.of(all.split(MARK, -1))
                .skip(1)
                .map(printed -> printed.replace(SERVER, WRITTEN_SERVER).strip())
                .toList();
    }

    @Test
    void whatItsCommandsPrintIsWhatItSays() throws Exception {
        for (String tool : TOOLS) {
            assumeTrue(isThere(tool), "SKIPPED: the tutorial's commands need " + tool);
        }
        String page = Files.readString(PAGE);
        List<Step> steps =
                BLOCK.matcher(page)
                        .results()
                        .flatMap(block -> steps(block.group(1)).stream())
                        .toList();
        assertThat(steps).hasSizeGreaterThan(15);

        pem("signer.key", "PRIVATE KEY", SIGNER);
        pem("trusted/me.pem", "PUBLIC KEY", TRUSTED);
        List<String> printed = run(steps);

        if (Boolean.getBoolean("tutorial.write")) {
            write(page, printed);
        } else {
            assertThat(printed).hasSameSizeAs(steps);
            List<Step> real = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                real.add(new Step(steps.get(i).command(), printed.get(i)));
            }
            assertThat(real).isEqualTo(steps);
        }
    }

    private void pem(String path, String kind, String base64) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static void write(String page, List<String> printed) throws IOException {
        Iterator<String> next = printed.iterator();
        String written =
                BLOCK.matcher(page)
                        .replaceAll(
                                block ->
                                        Matcher.quoteReplacement(
                                                steps(block.group(1)).stream()
                                                        .map(step -> step.command())
                                                        .map(line -> new Step(line, next.next()))
                                                        .map(Step::toString)
                                                        .collect(
                                                                Collectors.joining(
                                                                        "\n\n", "```\n",
                                                                        "\n```"))));
        Files.writeString(PAGE, written);
    }

    private static boolean isThere(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, tool)));
    }
}
