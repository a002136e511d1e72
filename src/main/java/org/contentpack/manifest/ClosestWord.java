package org.contentpack.manifest;

import java.util.Collection;
import java.util.Comparator;

/** Finds the word that was probably meant. */
final class ClosestWord {

    /** Longer words are compared by their beginning: what is meant is never that long. */
    private static final int MAX_COMPARED = 40;

    private ClosestWord() {}

    /** The known word with the least edits to the written one; the first of several. */
    static String of(String written, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(word -> edits(written, word)))
                .orElseThrow(() -> new IllegalArgumentException("there must be a known word"));
    }

    /**
     * Insertions, deletions and replacements between two words.
     *
     * @see <a href="https://doi.org/10.1145/321796.321811">Wagner and Fischer, The String-to-String
     *     Correction Problem</a>
     */
    private static int edits(String written, String word) {
        String from = written.substring(0, Math.min(written.length(), MAX_COMPARED));
        int[] row = new int[word.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[word.length()];
    }
}
