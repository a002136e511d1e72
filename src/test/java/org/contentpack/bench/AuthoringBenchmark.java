package org.contentpack.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.contentpack.archive.CanonicalArchive;
import org.contentpack.archive.FolderReader;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.archive.Limits;
import org.contentpack.archive.OpenResult;
import org.contentpack.archive.PackFiles;
import org.contentpack.pack.FileEntry;

/**
 * The command as authors and builds call it, a process each time, against other programs with the
 * same texts: EPUBCheck on a book, and Info-ZIP on the folder. Prints rows of Markdown.
 *
 * <p>Memory is the most that the process had in use at once, as Linux tells it ({@code VmHWM}),
 * looked at some twenty times a second until it ends.
 */
final class AuthoringBenchmark {

    private static final String ID = "large-pack";
    private static final String VERSION = "1.0.0";

    /** Shows whether memory grows with the pack: where a JVM may, it takes what it finds. */
    private static final String SMALL_HEAP = "contentpack build with -Xmx256m";

    private final Path folder;
    private final Path log;
    private final int articles;

    private record Ran(long nanos, long kilobytes) {}

    private AuthoringBenchmark(Path folder, int articles) {
        this.folder = folder;
        this.log = folder.resolve("printed.txt");
        this.articles = articles;
    }

    /** Arguments: articles, rounds, the command's jar, the class path of EPUBCheck. */
    public static void main(String[] arguments) throws Exception {
        int articles = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("authoring-benchmark");
        try {
            new AuthoringBenchmark(folder, articles)
                    .run(rounds, Path.of(arguments[2]).toAbsolutePath(), arguments[3]);
        } finally {
            RegisterBenchmark.delete(folder);
        }
    }

    private void run(int rounds, Path jar, String epubCheck) throws Exception {
        Path work = folder.resolve("work");
        write(BenchPacks.pack(ID, VERSION, articles), work);
        Path book = folder.resolve("book.epub");
        Book.write(ID, VERSION, articles, book);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path built = folder.resolve("built.zip");
        Path zipped = folder.resolve("zipped.zip");

        Map<String, List<String>> calls = new LinkedHashMap<>();
        calls.put("zip -r -0", List.of("zip", "-q", "-r", "-0", zipped.toString(), "work"));
        List<String> build =
                List.of("-jar", jar.toString(), "build", "work", "--output", built.toString());
        calls.put("contentpack build", concat(List.of(java), build));
        calls.put(SMALL_HEAP, concat(List.of(java, "-Xmx256m"), build));
        calls.put(
                "contentpack validate", List.of(java, "-jar", jar.toString(), "validate", "work"));
        calls.put(
                "EPUBCheck",
                List.of(
                        java,
                        "-cp",
                        epubCheck,
                        "com.adobe.epubcheck.tool.Checker",
                        "--quiet",
                        book.toString()));
        Map<String, List<Ran>> results = new LinkedHashMap<>();
        for (int i = 0; i < rounds; i++) {
            for (Map.Entry<String, List<String>> call : calls.entrySet()) {
                Files.deleteIfExists(zipped);
                Files.deleteIfExists(built);
                Files.deleteIfExists(folder.resolve("built.sha256"));
                results.computeIfAbsent(call.getKey(), name -> new ArrayList<>())
                        .add(process(call.getValue()));
            }
        }
        Measured zip = measured(results.get("zip -r -0"));
        archive(work, built);
        results.put("the canonical zip alone, in a warm JVM", new ArrayList<>());
        for (int i = 0; i < rounds; i++) {
            results.get("the canonical zip alone, in a warm JVM")
                    .add(new Ran(Measured.time(() -> archive(work, built)), 0));
        }
        Measured check = measured(results.get("EPUBCheck"));
        results.forEach(
                (name, ran) -> {
                    Measured one = measured(ran);
                    System.out.printf(
                            Locale.ROOT,
                            "| %,d | %s | %s | %,.0f | %s | %s | %s |%n",
                            articles,
                            name,
                            Measured.millis(one.medianMillis()),
                            articles / one.medianMillis() * 1000,
                            megabytes(ran.stream().mapToLong(Ran::kilobytes).max().orElseThrow()),
                            one.ratioTo(zip),
                            check.ratioTo(one));
                });
    }

    /** Reads and hashes the folder and writes its canonical zip, without any rule. */
    private static void archive(Path work, Path zip) throws IOException {
        try (PackFiles files =
                        ((OpenResult.Opened) new FolderReader(Limits.DEFAULT).open(work)).files();
                OutputStream out = Files.newOutputStream(zip)) {
            CanonicalArchive.write(files, out);
        }
    }

    private static String megabytes(long kilobytes) {
        return kilobytes == 0 ? "–" : kilobytes / 1000 + " MB";
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static Measured measured(List<Ran> ran) {
        return new Measured(ran.stream().mapToLong(Ran::nanos).toArray());
    }

    private Ran process(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        long most = 0;
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
            most = Math.max(most, memory(process.pid()));
        }
        long nanos = System.nanoTime() - start;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    command
                            + " ended with "
                            + process.exitValue()
                            + ":\n"
                            + Files.readString(log, UTF_8));
        }
        return new Ran(nanos, most);
    }

    /** In kilobytes; 0 of a process that has just ended. */
    private static long memory(long pid) throws IOException {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private static void write(InMemoryPackFiles pack, Path folder) throws IOException {
        for (FileEntry entry : pack.list().entries()) {
            Path file = folder.resolve(entry.path().value());
            Files.createDirectories(file.getParent());
            Files.write(file, pack.read(entry.path()));
        }
    }
}
