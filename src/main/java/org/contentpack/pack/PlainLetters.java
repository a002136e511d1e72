package org.contentpack.pack;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Words of a text in the letters that names are made of: a to z and digits, lower-case, joined by
 * {@code -}. Accents are left out, letters of other scripts too: spelling those in Latin letters
 * has as many ways as there are readers.
 */
final class PlainLetters {

    /** Longer texts are read this far: a title may be hostile and a megabyte long. */
    private static final int MAX_READ = 1_000;

    private PlainLetters() {}

    /**
     * The words as far as they fit, cut between two words where possible; empty text where there is
     * none.
     *
     * @param fromLetter whether digits before the first letter are left out
     */
    static String joined(String text, boolean fromLetter, int maxLength) {
        String words =
                Normalizer.normalize(
                                text.substring(0, Math.min(text.length(), MAX_READ)),
                                Normalizer.Form.NFD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[\\p{M}'’]++", "")
                        .replaceAll("[^a-z0-9]++", "-")
                        .replaceAll(fromLetter ? "^[^a-z]++" : "^-", "");
        if (words.length() > maxLength) {
            int cut = words.lastIndexOf('-', maxLength);
            words = words.substring(0, cut < 1 ? maxLength : cut);
        }
        return words.endsWith("-") ? words.substring(0, words.length() - 1) : words;
    }
}
