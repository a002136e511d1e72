package org.contentpack.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands in braces at the end of a heading, such as {@code #id .kind cites="a b"}, or at the
 * start of a list item or block quote, such as {@code emergency} or {@code not-for basis="…"}.
 *
 * <p>Nothing is judged here: words that mean nothing and ids given twice are told as written.
 *
 * @param ids the words after {@code #}
 * @param classes the words after a dot
 * @param words all that is none of the others, such as {@code emergency}
 * @param values in the order of the text
 * @param start index of the opening brace in the text that was read, in UTF-16 units
 * @param end index behind the closing brace
 */
public record Attributes(
        List<String> ids,
        List<String> classes,
        List<String> words,
        List<Value> values,
        int start,
        int end) {

    /** Braces before a brace or a digit are text of the author's, not attributes. */
    private static final Pattern OPENING = Pattern.compile("\\{\\s*+[\\p{L}#.]");

    public Attributes {
        ids = List.copyOf(ids);
        classes = List.copyOf(classes);
        words = List.copyOf(words);
        values = List.copyOf(values);
    }

    /** One {@code key="text"}. */
    public record Value(String key, String text) {}

    /** True where the text begins as attributes do, whether or not they are closed. */
    public static boolean beginIn(String text) {
        return OPENING.matcher(text).lookingAt();
    }

    /** The attributes that the text begins with; empty where it does not or they are not closed. */
    public static Optional<Attributes> leading(String text) {
        return beginIn(text) ? new Reading(text, 0).read() : Optional.empty();
    }

    /**
     * The attributes that the Markdown ends with, white space aside; empty where it does not, or
     * where a backslash makes the brace a mere character.
     */
    public static Optional<Attributes> trailing(String text) {
        String stripped = text.stripTrailing();
        int start = stripped.lastIndexOf('{');
        return start < 0 || (start > 0 && stripped.charAt(start - 1) == '\\')
                ? Optional.empty()
                : new Reading(stripped, start).read().filter(a -> a.end == stripped.length());
    }

    public Optional<String> id() {
        return ids.stream().findFirst();
    }

    public Optional<String> word() {
        return words.stream().findFirst();
    }

    /** The text of the first value with this key. */
    public Optional<String> value(String key) {
        return values.stream().filter(v -> v.key.equals(key)).map(Value::text).findFirst();
    }

    /** The words in the text of the first value with this key; none where there is no such value. */
    public List<String> list(String key) {
        return value(key).map(String::strip).filter(text -> !text.isEmpty()).stream()
                .flatMap(text -> List.of(text.split("\\s+")).stream())
                .toList();
    }

    /** One walk from a brace to the brace that closes it. */
    private static final class Reading {

        private final String text;
        private final int start;
        private final List<String> ids = new ArrayList<>();
        private final List<String> classes = new ArrayList<>();
        private final List<String> words = new ArrayList<>();
        private final List<Value> values = new ArrayList<>();
        private int at;

        Reading(String text, int start) {
            this.text = text;
            this.start = start;
            this.at = start + 1;
        }

        Optional<Attributes> read() {
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '}') {
                    return Optional.of(
                            new Attributes(ids, classes, words, values, start, at + 1));
                } else if (Character.isWhitespace(c)) {
                    at++;
                } else if (!readItem()) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        }

        /** False where a value's quotation mark is not closed. */
        private boolean readItem() {
            int from = at;
            while (at < text.length() && !endsItem(text.charAt(at))) {
                if (text.startsWith("=\"", at) && at > from) {
                    int close = text.indexOf('"', at + 2);
                    if (close >= 0) {
                        values.add(
                                new Value(text.substring(from, at), text.substring(at + 2, close)));
                    }
                    at = close + 1;
                    return close >= 0;
                }
                at++;
            }
            sort(text.substring(from, at));
            return true;
        }

        private static boolean endsItem(char c) {
            return c == '}' || Character.isWhitespace(c);
        }

        private void sort(String item) {
            if (item.length() > 1 && item.startsWith("#")) {
                ids.add(item.substring(1));
            } else if (item.length() > 1 && item.startsWith(".")) {
                classes.add(item.substring(1));
            } else {
                words.add(item);
            }
        }
    }
}
