package org.contentpack.manifest;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the word that was probably meant: the one known word that a typing error or two lead from.
 * Upper and lower case, and {@code _} for {@code -}, are no errors here.
 */
public final class ClosestWord {

    /** Longest words that are compared: ids have at most 100 characters, paths seldom more. */
    private static final int MAX_LENGTH = 200;

    private ClosestWord() {}

    /**
     * The known word with the least typing errors to the written one; empty where that is more than
     * one in four characters, or where two words are equally near.
     */
    public static Optional<String> of(String written, Collection<String> known) {
        if (written.isEmpty() || written.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String from = folded(written);
        int least = mostErrors(from) + 1;
        Optional<String> nearest = Optional.empty();
        for (String word : known) {
            if (word.length() > MAX_LENGTH) {
                continue;
            }
            int errors = errors(from, folded(word), least);
            if (errors < least) {
                least = errors;
                nearest = Optional.of(word);
            } else if (errors == least && !nearest.equals(Optional.of(word))) {
                nearest = Optional.empty();
            }
        }
        return nearest;
    }

    /** The same for a few words. */
    static Optional<String> of(String written, String... known) {
        return of(written, List.of(known));
    }

    /** Of a path its file name counts: folders and extensions make any two paths alike. */
    private static int mostErrors(String word) {
        int dot = word.indexOf('/') < 0 ? -1 : word.lastIndexOf('.');
        int end = dot < 0 ? word.length() : dot;
        return Math.max(1, Math.min(3, (end - word.lastIndexOf('/', end) - 1) / 4));
    }

    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Insertions, deletions, replacements and swaps of neighbours between two words, as far as
     * {@code most}; a larger number where there are more.
     *
     * @see <a href="https://doi.org/10.1145/363958.363994">Damerau, A technique for computer
     *     detection and correction of spelling errors</a>
     */
    private static int errors(String from, String to, int most) {
        if (Math.abs(from.length() - to.length()) > most) {
            return most + 1;
        }
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= from.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= to.length(); j++) {
                int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(last[j - 1] + same, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return most + 1;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[to.length()];
    }
}
