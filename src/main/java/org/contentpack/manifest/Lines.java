package org.contentpack.manifest;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.contentpack.finding.Position;

/**
 * Where the lines of a text begin: turns an index in the text into a line and a column, in a time
 * that does not grow with the line's length, since a hostile text may be one line. Immutable.
 */
public final class Lines {

    private final String text;
    private final int[] starts;

    /**
     * Indexes of the second halves of characters beyond U+FFFF, which are no column of their own.
     */
    private final int[] secondHalves;

    /**
     * The lines of a text.
     *
     * @param text with LF at the end of each line
     */
    public Lines(String text) {
        this.text = text;
        this.starts =
                IntStream.concat(
                                IntStream.of(0),
                                IntStream.range(1, text.length() + 1)
                                        .filter(i -> text.charAt(i - 1) == '\n'))
                        .toArray();
        this.secondHalves =
                IntStream.range(0, text.length())
                        .filter(i -> Character.isLowSurrogate(text.charAt(i)))
                        .toArray();
    }

    /** The place of a character, or of the text's end, by its index in UTF-16 units. */
    public Position at(int index) {
        int line = before(starts, index + 1) - 1;
        int start = starts[line];
        int halves = before(secondHalves, index) - before(secondHalves, start);
        return new Position(line + 1, index - start - halves + 1);
    }

    /** How many of the sorted numbers are less than the given one. */
    private static int before(int[] sorted, int number) {
        int found = Arrays.binarySearch(sorted, number);
        return found >= 0 ? found : -found - 1;
    }

    /** Where the line begins that holds the index. */
    int startOfLine(int index) {
        return text.lastIndexOf('\n', index - 1) + 1;
    }

    /** Where the line after the one that holds the index begins, or the text's end. */
    int startOfNextLine(int index) {
        int end = text.indexOf('\n', index);
        return end < 0 ? text.length() : end + 1;
    }
}
