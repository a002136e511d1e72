package org.contentpack.cli.report;

import java.util.List;
import java.util.Optional;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Position;

/**
 * The line that a finding lies in, and the part of it that is meant: a finding knows where
 * something begins; where it ends is seen from what stands there.
 *
 * @param line as it stands in the file
 * @param start index of the part's first character in code points, from 0
 * @param length of the part in code points; 0 at the end of a line
 */
record MarkedLine(int number, String line, int start, int length) {

    /** Shortest value that is looked for: shorter ones are found within words. */
    private static final int SHORTEST_VALUE = 2;

    /** Characters that begin and end a text in quotation marks. */
    private static final String QUOTES = "\"'`";

    /** Empty for a finding without a position, and for one whose text has no such line. */
    static Optional<MarkedLine> of(Finding finding, SourceTexts texts) {
        Optional<Position> position = finding.location().position();
        if (position.isEmpty()) {
            return Optional.empty();
        }
        int number = position.get().line();
        return texts.lines(finding.location().file())
                .filter(lines -> number <= lines.size())
                .map(lines -> lines.get(number - 1))
                .map(line -> of(number, line, position.get().column() - 1, finding.arguments()));
    }

    private static MarkedLine of(int number, String line, int column, List<String> values) {
        int count = line.codePointCount(0, line.length());
        int start = Math.min(column, count);
        int at = line.offsetByCodePoints(0, start);
        for (String value : values.subList(0, Math.min(2, values.size()))) {
            int found = indexOf(value, line, at);
            if (found >= 0) {
                return new MarkedLine(
                        number,
                        line,
                        line.codePointCount(0, found),
                        value.codePointCount(0, value.length()));
            }
        }
        int end = endOfToken(line, at);
        return new MarkedLine(number, line, start, line.codePointCount(at, end));
    }

    /** Where the value stands as a word of its own, at the place or behind it; -1 for nowhere. */
    private static int indexOf(String value, String line, int from) {
        if (value.length() < SHORTEST_VALUE) {
            return -1;
        }
        int found = line.indexOf(value, from);
        while (found >= 0) {
            int end = found + value.length();
            boolean isWhole =
                    (found == 0 || !isWordPart(line.codePointBefore(found), value.codePointAt(0)))
                            && (end == line.length()
                                    || !isWordPart(
                                            line.codePointAt(end),
                                            value.codePointBefore(value.length())));
            if (isWhole) {
                return found;
            }
            found = line.indexOf(value, found + 1);
        }
        return -1;
    }

    private static boolean isWordPart(int beside, int own) {
        return Character.isLetterOrDigit(beside) && Character.isLetterOrDigit(own);
    }

    private static int endOfToken(String line, int at) {
        if (at >= line.length()) {
            return at;
        }
        char first = line.charAt(at);
        if (QUOTES.indexOf(first) >= 0) {
            int close = line.indexOf(first, at + 1);
            return close < 0 ? line.stripTrailing().length() : close + 1;
        }
        if (first == '[' || line.startsWith("![", at)) {
            int close = line.indexOf(')', at);
            return close < 0 ? line.stripTrailing().length() : close + 1;
        }
        if (first == '{') {
            int close = line.indexOf('}', at);
            return close < 0 ? line.stripTrailing().length() : close + 1;
        }
        if (isInFlow(line, at)) {
            int end = at;
            while (end < line.length() && ",]}".indexOf(line.charAt(end)) < 0) {
                end++;
            }
            return Math.max(end, at + 1);
        }
        if (first == '#' || first == '>' || isValue(line, at)) {
            return Math.max(line.stripTrailing().length(), at + 1);
        }
        int end = at;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
            end++;
        }
        boolean isKey = end > at + 1 && line.charAt(end - 1) == ':';
        return isKey ? end - 1 : Math.max(end, line.offsetByCodePoints(at, 1));
    }

    /** True within the brackets or braces of a list or a mapping in one line. */
    private static boolean isInFlow(String line, int at) {
        int open = 0;
        for (int i = 0; i < at; i++) {
            char c = line.charAt(i);
            open += c == '{' || c == '[' ? 1 : 0;
            open -= c == '}' || c == ']' ? 1 : 0;
        }
        return open > 0;
    }

    /** True behind a key and a colon, where a value of YAML goes on to the end of the line. */
    private static boolean isValue(String line, int at) {
        return line.substring(0, at).stripTrailing().endsWith(":")
                && at > 0
                && Character.isWhitespace(line.charAt(at - 1));
    }

    /** The same without what stands further away from the part's beginning; never longer. */
    MarkedLine near(int characters) {
        int at = line.offsetByCodePoints(0, start);
        int from = at;
        for (int i = 0; i < characters && from > 0; i++) {
            from = line.offsetByCodePoints(from, -1);
        }
        int to = at;
        for (int i = 0; i < characters && to < line.length(); i++) {
            to = line.offsetByCodePoints(to, 1);
        }
        return new MarkedLine(
                number,
                line.substring(from, to),
                line.codePointCount(from, at),
                Math.min(length, line.codePointCount(at, to)));
    }

    /** True where this is the beginning of what stands behind the start of the other. */
    boolean isFollowedBy(MarkedLine whole) {
        int own = line.length() - line.offsetByCodePoints(0, start);
        return own < whole.line.length() - whole.line.offsetByCodePoints(0, whole.start);
    }

    /** The beginning of the part, to be shown. */
    String shownPart() {
        return near(Finding.MAX_ARGUMENT).part() + (length > Finding.MAX_ARGUMENT ? "…" : "");
    }

    /** The part itself. */
    String part() {
        int from = line.offsetByCodePoints(0, start);
        return line.substring(from, line.offsetByCodePoints(from, length));
    }

    /** Column of the first character of the part, from 1. */
    int startColumn() {
        return start + 1;
    }

    /** Column behind the last character of the part, from 1. */
    int endColumn() {
        return start + length + 1;
    }
}
