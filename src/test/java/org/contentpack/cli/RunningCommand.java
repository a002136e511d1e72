package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The command as a process that goes on: what it says is waited for, with a bound and without
 * sleeping. Both streams of output are one here, in the order that they came in.
 */
final class RunningCommand implements AutoCloseable {

    /** Several times what a slow machine takes to start a JVM. */
    private static final long BOUND_SECONDS = 120;

    private static final Path SCRIPT = Path.of("/usr/bin/script");

    private final Process process;
    private final StringBuilder said = new StringBuilder();
    private final Thread reader;
    private int heard;

    private RunningCommand(List<String> call) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(call).redirectErrorStream(true);
        builder.environment().put("NO_COLOR", "1");
        builder.environment().put("TERM", "xterm");
        builder.environment().put("COLUMNS", "60");
        this.process = builder.start();
        this.reader = new Thread(this::read);
        reader.setDaemon(true);
        reader.start();
    }

    /** With a pipe at each end. */
    static RunningCommand start(Object... arguments) throws IOException {
        return new RunningCommand(call(arguments));
    }

    /**
     * On a pseudo-terminal, as {@code script} of util-linux makes one.
     *
     * @see <a href="https://man7.org/linux/man-pages/man1/script.1.html">script(1)</a>
     */
    static RunningCommand onATerminal(Object... arguments) throws IOException {
        Assumptions.assumeTrue(
                Files.isExecutable(SCRIPT) && System.getProperty("os.name").equals("Linux"),
                "no program makes pseudo-terminals here");
        String line =
                call(arguments).stream()
                        .map(word -> "'" + word.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" "));
        return new RunningCommand(
                List.of(SCRIPT.toString(), "-q", "-e", "-f", "-c", line, "/dev/null"));
    }

    private static List<String> call(Object... arguments) {
        List<String> call = new ArrayList<>();
        if (isDeafToInterrupts()) {
            call.addAll(List.of("env", "--default-signal=INT"));
        }
        call.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        call.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath()));
        call.add("org.contentpack.cli.ContentPack");
        Stream.of(arguments).map(String::valueOf).forEach(call::add);
        return call;
    }

    /**
     * Whether the build was started in the background by a shell without job control: then it
     * ignores SIGINT, and so would every program that it starts.
     *
     * @see <a
     *     href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html#tag_18_11">POSIX,
     *     2.11 Signals and Error Handling</a>
     */
    private static boolean isDeafToInterrupts() {
        Path status = Path.of("/proc/self/status");
        try (Stream<String> lines = Files.isReadable(status) ? Files.lines(status) : Stream.of()) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                    .anyMatch(ignored -> (ignored >> 1 & 1) == 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That of the tests, whoever runs them. */
    static String classPath() {
        return Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs())
                        .map(url -> Path.of(URI.create(url.toString())).toString())
                        .collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    private void read() {
        try (InputStream out = process.getInputStream()) {
            byte[] bytes = new byte[8192];
            for (int length = out.read(bytes); length >= 0; length = out.read(bytes)) {
                synchronized (said) {
                    said.append(new String(bytes, 0, length, UTF_8));
                    said.notifyAll();
                }
            }
        } catch (IOException e) {
            synchronized (said) {
                said.append(e);
                said.notifyAll();
            }
        }
    }

    /**
     * Waits until the text was said behind what was waited for before.
     *
     * @return what was said until then and not waited for before
     */
    String hears(String text) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(BOUND_SECONDS);
        synchronized (said) {
            while (said.indexOf(text, heard) < 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0 || (!process.isAlive() && !reader.isAlive())) {
                    throw new AssertionError("not said: \"" + text + "\" but: " + said);
                }
                said.wait(Math.min(left, 1_000));
            }
            int from = heard;
            heard = said.indexOf(text, heard) + text.length();
            return said.substring(from, heard);
        }
    }

    void type(String text) throws IOException {
        process.getOutputStream().write(text.getBytes(UTF_8));
        process.getOutputStream().flush();
    }

    void endInput() throws IOException {
        process.getOutputStream().close();
    }

    /** As Ctrl-C sends it. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
    }

    /** Its exit code, once it has ended. */
    int exit() throws InterruptedException {
        if (!process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("has not ended; said: " + all());
        }
        reader.join(TimeUnit.SECONDS.toMillis(BOUND_SECONDS));
        return process.exitValue();
    }

    String all() {
        synchronized (said) {
            return said.toString();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
