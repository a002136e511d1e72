package org.contentpack.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table below a heading of the documentation that says what each key of a YAML file means. It
 * is the one place where that is written: schemas take their descriptions from it.
 */
record KeyTable(Map<String, Row> rows) {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([^`]+)` \\| ([^|]+) \\| ([^|]+) \\| (?:`([^`]*)` )?\\|$");

    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\([^)]+\\)");

    /**
     * What is said of one key.
     *
     * @param needed as written: {@code yes}, {@code no}, or when
     * @param meaning Markdown
     */
    record Row(String needed, String meaning, Optional<String> example) {

        boolean isNeeded() {
            return needed.equals("yes");
        }

        /** The meaning for those who read no Markdown: links are their words. */
        String plainMeaning() {
            return LINK.matcher(meaning).replaceAll("$1");
        }
    }

    /** By keys such as {@code assets[].alt}, in the order of the page. */
    static KeyTable of(Path file, String heading) {
        try {
            String page = Files.readString(file);
            int from = page.indexOf("\n## " + heading);
            int to = page.indexOf("\n## ", from + 1);
            Map<String, Row> rows = new LinkedHashMap<>();
            Matcher row = ROW.matcher(page.substring(from, to < 0 ? page.length() : to));
            while (row.find()) {
                rows.put(
                        row.group(1),
                        new Row(row.group(2), row.group(3), Optional.ofNullable(row.group(4))));
            }
            return new KeyTable(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Row row(String key) {
        return Optional.ofNullable(rows.get(key))
                .orElseThrow(() -> new IllegalArgumentException("no row for key " + key));
    }
}
