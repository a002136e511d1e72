package org.contentpack.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of the load generator {@code wrk}: bounded, and against this machine only. */
final class Wrk {

    static final int CONNECTIONS = 64;

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)\\b");
    private static final Pattern WRONG =
            Pattern.compile("Non-2xx or 3xx responses: ([0-9]+)|Socket errors: (.*)");

    private Wrk() {}

    /** What came of a run. */
    record Load(double requestsPerSecond, double p99Millis) {}

    /** A request, over and over. */
    record Target(int port, String path, List<String> fields, List<String> options) {

        static Target of(int port, String path, String... fields) {
            return new Target(port, path, List.of(fields), List.of());
        }

        /** Paths that a script chooses. */
        Target chosenBy(java.nio.file.Path script) {
            return new Target(port, path, fields, List.of("-s", script.toString()));
        }
    }

    /**
     * Runs it.
     *
     * @throws IOException where answers were wrong
     */
    static Load run(Target target, int seconds) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "wrk",
                                "-t1",
                                "-c" + CONNECTIONS,
                                "-d" + seconds + "s",
                                "--latency"));
        target.fields().forEach(field -> command.addAll(List.of("-H", field)));
        command.addAll(target.options());
        command.add("http://127.0.0.1:" + target.port() + target.path());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || WRONG.matcher(output).find()) {
            throw new IOException(String.join(" ", command) + "\n" + output);
        }
        Matcher rate = RATE.matcher(output);
        Matcher p99 = P99.matcher(output);
        if (!rate.find() || !p99.find()) {
            throw new IOException("wrk printed something else: " + output);
        }
        return new Load(
                Double.parseDouble(rate.group(1)),
                Double.parseDouble(p99.group(1))
                        * switch (p99.group(2)) {
                            case "us" -> 0.001;
                            case "ms" -> 1;
                            default -> 1_000;
                        });
    }
}
