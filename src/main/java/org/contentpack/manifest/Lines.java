package org.contentpack.manifest;

import java.util.Arrays;
import org.contentpack.finding.Position;

/** Where the lines of a text begin: turns an index in the text into a line and a column. */
final class Lines {

    private final String text;
    private final int[] starts;

    /**
     * @param text with LF at the end of each line
     */
    Lines(String text) {
        this.text = text;
        int[] found = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
        int line = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                found[++line] = i + 1;
            }
        }
        this.starts = found;
    }

    /** The place of a character, or of the text's end, by its index in UTF-16 units. */
    Position at(int index) {
        int found = Arrays.binarySearch(starts, index);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, text.codePointCount(starts[line], index) + 1);
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
