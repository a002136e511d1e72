package org.contentpack.cms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * Writes what a run of {@link ConnectorContract} came to as {@code target/contract/<class>.md}:
 * each case, whether it held, and how long it took, setting up included.
 */
final class ContractTable implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final Path FOLDER = Path.of("target", "contract");

    private record Row(String name, String result, double seconds) {}

    private final Map<String, Long> starts = new ConcurrentHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    @Override
    public void beforeEach(ExtensionContext context) {
        starts.put(context.getUniqueId(), System.nanoTime());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        double seconds = (System.nanoTime() - starts.get(context.getUniqueId())) / 1e9;
        String result =
                context.getExecutionException()
                        .map(
                                e ->
                                        e instanceof TestAbortedException
                                                ? "NOT POSSIBLE: " + e.getMessage()
                                                : "FAILED")
                        .orElse("held");
        String method = words(context.getRequiredTestMethod().getName());
        String display = context.getDisplayName();
        boolean isOneOfMany = !display.startsWith(context.getRequiredTestMethod().getName());
        rows.add(
                new Row(
                        isOneOfMany
                                ? method + ": " + display.replaceFirst("^\\[\\d+] ", "")
                                : method,
                        result,
                        seconds));
    }

    /** {@code aSecondImportWritesNothing} as words. */
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        StringBuilder table = new StringBuilder("| case | result | seconds |\n|---|---|---|\n");
        Map<String, Integer> results = new TreeMap<>();
        double seconds = 0;
        for (Row row : rows) {
            table.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %s | %.1f |%n",
                            row.name(),
                            row.result(),
                            row.seconds()));
            results.merge(row.result().replaceAll(":.*", ""), 1, Integer::sum);
            seconds += row.seconds();
        }
        table.append(
                String.format(
                        Locale.ROOT,
                        "| **all %d** | %s | %.1f |%n",
                        rows.size(),
                        results.toString().replaceAll("[{}]", "").replace('=', ' '),
                        seconds));
        Files.createDirectories(FOLDER);
        Files.writeString(
                FOLDER.resolve(context.getRequiredTestClass().getSimpleName() + ".md"),
                table.toString());
    }
}
