package org.contentpack.manifest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Where the keys of a YAML mapping and their values begin and end, against {@link LocatedYaml},
 * which knows the values and where they begin. Counts in UTF-16 units of the text.
 */
final class YamlSpans {

    /**
     * A stretch of the text.
     *
     * @param end behind the last character of a value, without what stands behind it in the line
     */
    record Span(int begin, int end) {}

    /**
     * A key of the mapping.
     *
     * @param items where the value is a list: for one in lines from its dash on
     * @param isFlow whether the value stands in brackets or is a word
     */
    record Entry(Span key, Span value, List<Span> items, boolean isFlow) {
        Entry {
            items = List.copyOf(items);
        }
    }

    /** A value while it is read. */
    private record Node(Span span, List<Node> children, boolean isFlow, Optional<String> word) {}

    private final String text;

    /** Where characters begin, by their number; empty where each is one unit. */
    private final int[] begins;

    private final Iterator<Event> events;

    private YamlSpans(String text) {
        this.text = text;
        this.begins =
                text.codePointCount(0, text.length()) == text.length()
                        ? new int[0]
                        : IntStream.range(0, text.length() + 1)
                                .filter(
                                        i ->
                                                i == text.length()
                                                        || !Character.isLowSurrogate(
                                                                text.charAt(i)))
                                .toArray();
        this.events =
                new Parse(
                                LoadSettings.builder()
                                        .setCodePointLimit(Integer.MAX_VALUE)
                                        .setBufferSize(text.length() + 1)
                                        .build())
                        .parseString(text)
                        .iterator();
    }

    /** Keys in their order; empty where the text is no mapping in lines. */
    static Optional<Map<String, Entry>> entries(String text) {
        return new YamlSpans(text).root().map(root -> entries(text, root));
    }

    /**
     * The words of one mapping in a list.
     *
     * @return empty where it is no mapping of words
     */
    static Optional<Map<String, String>> words(String text, String key, int number) {
        Optional<Node> root = new YamlSpans(text).root();
        if (root.isEmpty()) {
            return Optional.empty();
        }
        List<Node> children = root.get().children();
        for (int i = 0; i + 1 < children.size(); i += 2) {
            if (children.get(i).word().filter(key::equals).isPresent()) {
                return words(children.get(i + 1).children().get(number));
            }
        }
        return Optional.empty();
    }

    private static Optional<Map<String, String>> words(Node item) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i + 1 < item.children().size(); i += 2) {
            Optional<String> key = item.children().get(i).word();
            Optional<String> value = item.children().get(i + 1).word();
            if (key.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            words.put(key.get(), value.get());
        }
        return Optional.of(words).filter(found -> !found.isEmpty());
    }

    private static Map<String, Entry> entries(String text, Node root) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        List<Node> children = root.children();
        for (int i = 0; i + 1 < children.size(); i += 2) {
            Node value = children.get(i + 1);
            List<Span> items =
                    value.children().stream()
                            .map(
                                    item ->
                                            value.isFlow()
                                                    ? item.span()
                                                    : fromDash(text, value.span(), item.span()))
                            .toList();
            Entry entry = new Entry(children.get(i).span(), value.span(), items, value.isFlow());
            children.get(i).word().ifPresent(word -> entries.put(word, entry));
        }
        return entries;
    }

    /**
     * An item begins with its dash, perhaps some lines before its value. The dashes of a list stand
     * below each other, the first where the list begins.
     */
    private static Span fromDash(String text, Span list, Span item) {
        int column = list.begin() - startOfLine(text, list.begin());
        int line = startOfLine(text, item.begin());
        while (line > list.begin() && !hasDash(text, line, column)) {
            line = startOfLine(text, line - 1);
        }
        return new Span(Math.max(line + column, list.begin()), item.end());
    }

    private static boolean hasDash(String text, int line, int column) {
        int dash = line + column;
        return dash < text.length()
                && text.charAt(dash) == '-'
                && text.substring(line, dash).isBlank();
    }

    static int startOfLine(String text, int index) {
        return text.lastIndexOf('\n', index - 1) + 1;
    }

    /** Behind the line feed of the line that the character before the index is in. */
    static int endOfLine(String text, int index) {
        if (index > 0 && text.charAt(index - 1) == '\n') {
            return index;
        }
        int feed = text.indexOf('\n', index);
        return feed < 0 ? text.length() : feed + 1;
    }

    private Optional<Node> root() {
        try {
            while (events.hasNext()) {
                Event event = events.next();
                if (event instanceof MappingStartEvent start) {
                    Node root = node(start);
                    return root.isFlow() ? Optional.empty() : Optional.of(root);
                }
                if (event instanceof ScalarEvent || event instanceof SequenceStartEvent) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        } catch (YamlEngineException e) {
            return Optional.empty();
        }
    }

    /** Nesting is bounded by the readers that the text went through before. */
    private Node node(Event event) {
        int begin = index(event.getStartMark());
        int end = index(event.getEndMark());
        if (!(event instanceof CollectionStartEvent start)) {
            Optional<String> word =
                    event instanceof ScalarEvent scalar
                            ? Optional.of(scalar.getValue())
                            : Optional.empty();
            return new Node(new Span(begin, withoutBlankLines(begin, end)), List.of(), true, word);
        }
        List<Node> children = new ArrayList<>();
        Event next = events.next();
        while (!isEnd(next)) {
            children.add(node(next));
            next = events.next();
        }
        // The parser ends a list in lines where the next word begins, behind comments.
        if (start.isFlow()) {
            end = index(next.getEndMark());
        } else if (!children.isEmpty()) {
            end = children.get(children.size() - 1).span().end();
        }
        return new Node(new Span(begin, end), children, start.isFlow(), Optional.empty());
    }

    private static boolean isEnd(Event event) {
        return event.getEventId() == Event.ID.MappingEnd
                || event.getEventId() == Event.ID.SequenceEnd;
    }

    /** A text in lines ends with its own last line. */
    private int withoutBlankLines(int begin, int end) {
        int last = end;
        while (last > begin + 1 && text.charAt(last - 1) == '\n' && text.charAt(last - 2) == '\n') {
            last--;
        }
        return last;
    }

    private int index(Optional<Mark> mark) {
        int number = mark.map(Mark::getIndex).orElse(0);
        return begins.length == 0 ? number : begins[number];
    }
}
