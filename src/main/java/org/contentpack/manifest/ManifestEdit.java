package org.contentpack.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contentpack.manifest.YamlSpans.Entry;
import org.contentpack.manifest.YamlSpans.Span;
import org.contentpack.pack.Change;

/**
 * Writes single values into the text of a {@code pack.yaml} that people wrote: order, comments and
 * spelling of all else stay as they are, against {@link YamlText}, which writes a text anew.
 *
 * <p>What cannot be written in its place is not written at all: the manifest as one line in braces,
 * or notes of which some are no mappings. For one thread.
 */
public final class ManifestEdit {

    private static final String CHANGES = "changes";

    private final String text;
    private final Map<String, Entry> entries;
    private final List<Splice> splices = new ArrayList<>();

    /** What stands in place of a stretch of the text. */
    private record Splice(int begin, int end, String text) {}

    private ManifestEdit(String text, Map<String, Entry> entries) {
        this.text = text;
        this.entries = entries;
    }

    /**
     * Begins with a text.
     *
     * @param text as it is in the file, in which no rule about YAML is broken
     * @return empty where keys do not stand in lines of their own
     */
    public static Optional<ManifestEdit> of(String text) {
        return YamlSpans.entries(text).map(entries -> new ManifestEdit(text, entries));
    }

    /** A word in place of the one that the key has; one that is missing is added at the end. */
    public ManifestEdit word(String key, String word) {
        if (!word.matches("[0-9A-Za-z.+-]+")) {
            throw new IllegalArgumentException(
                    "word must need no quotation marks: \"" + word + "\"");
        }
        Entry entry = entries.get(key);
        if (entry == null) {
            append(key + ": " + word + "\n");
        } else {
            Span value = entry.value();
            String before = text.substring(value.begin(), value.end());
            boolean isBlock = before.endsWith("\n");
            splices.add(new Splice(value.begin(), value.end(), word + (isBlock ? "\n" : "")));
        }
        return this;
    }

    /**
     * Leaves notes out and puts others behind those that stay.
     *
     * @param left numbers of the notes that go, from 0
     * @return false where the list cannot be written in its place
     */
    public boolean changes(Set<Integer> left, List<Change> added) {
        Entry entry = entries.get(CHANGES);
        if (entry == null) {
            if (!added.isEmpty()) {
                append(CHANGES + ":\n" + written(added, 2));
            }
            return true;
        }
        if (left.isEmpty() && added.isEmpty()) {
            return true;
        }
        return entry.isFlow() ? replaceFlow(entry, left, added) : editBlock(entry, left, added);
    }

    /** The whole text. */
    public String text() {
        StringBuilder edited = new StringBuilder(text);
        splices.stream()
                .sorted(Comparator.comparingInt(Splice::begin).reversed())
                .forEach(s -> edited.replace(s.begin, s.end, s.text));
        return edited.toString();
    }

    private void append(String lines) {
        int end =
                entries.values().stream()
                        .mapToInt(e -> YamlSpans.endOfLine(text, e.value().end()))
                        .max()
                        .orElse(text.length());
        boolean isBegun = end == 0 || text.charAt(end - 1) == '\n';
        splices.add(new Splice(end, end, (isBegun ? "" : "\n") + lines));
    }

    private boolean editBlock(Entry entry, Set<Integer> left, List<Change> added) {
        List<Span> items = entry.items();
        for (int number : left) {
            Span item = items.get(number);
            splices.add(
                    new Splice(
                            YamlSpans.startOfLine(text, item.begin()),
                            YamlSpans.endOfLine(text, item.end()),
                            ""));
        }
        Span last = items.get(items.size() - 1);
        if (!added.isEmpty()) {
            int end = YamlSpans.endOfLine(text, last.end());
            int dash = last.begin() - YamlSpans.startOfLine(text, last.begin());
            boolean isBegun = text.charAt(end - 1) == '\n';
            splices.add(new Splice(end, end, (isBegun ? "" : "\n") + written(added, dash)));
        } else if (left.size() == items.size()) {
            // Of comments between the notes none is lost, and a key without a value is a finding.
            int colon = text.indexOf(':', entry.key().end());
            splices.add(new Splice(colon + 1, colon + 1, " []"));
        }
        return true;
    }

    /** A list in brackets is written anew, each note in lines of its own. */
    private boolean replaceFlow(Entry entry, Set<Integer> left, List<Change> added) {
        List<Map<String, String>> kept = new ArrayList<>();
        for (int number = 0; number < entry.items().size(); number++) {
            if (!left.contains(number)) {
                Optional<Map<String, String>> item = YamlSpans.words(text, CHANGES, number);
                if (item.isEmpty()) {
                    return false;
                }
                kept.add(item.get());
            }
        }
        Span value = entry.value();
        if (kept.isEmpty() && added.isEmpty()) {
            splices.add(new Splice(value.begin(), value.end(), "[]"));
            return true;
        }
        added.forEach(change -> kept.add(parts(change)));
        int begin = value.begin();
        while (text.charAt(begin - 1) == ' ') {
            begin--;
        }
        String lines = "\n" + list(kept, 2).stripTrailing();
        splices.add(new Splice(begin, value.end(), lines));
        return true;
    }

    private static Map<String, String> parts(Change change) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("kind", change.kind().id());
        parts.put("article", change.article().value());
        parts.put("text", change.text());
        return parts;
    }

    private static String written(List<Change> changes, int dash) {
        return list(changes.stream().map(ManifestEdit::parts).toList(), dash);
    }

    /** Items whose dashes stand at the column. */
    private static String list(List<Map<String, String>> items, int dash) {
        String all = new YamlText().with(CHANGES, items).text();
        String lines = all.substring(all.indexOf('\n') + 1);
        return lines.replaceAll("(?m)^ {2}(?=.)", " ".repeat(dash));
    }
}
