package org.contentpack.manifest.wording;

/**
 * Counts the syllables of lower-case words by their spelling. English is a guess that is right for
 * most words and for the mean of a text; Spanish follows the rules of its spelling.
 */
final class Syllables {

    private static final String STRONG = "aeoáéó";
    private static final String ACCENTED_WEAK = "íú";
    private static final String WEAK = "iuü";

    private static final int STRONG_KIND = 1;
    private static final int WEAK_KIND = 2;
    private static final int ACCENTED_KIND = 3;

    private Syllables() {}

    /** At least one. Groups of vowels count, without an {@code e} at the end that is silent. */
    static int english(String word) {
        String letters = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        int count = 0;
        for (int i = 0; i < letters.length(); i++) {
            boolean follows = i > 0 && isEnglishVowel(letters, i - 1);
            count += isEnglishVowel(letters, i) && (!follows || isHiatus(letters, i)) ? 1 : 0;
        }
        return Math.max(1, count - silentEnd(letters));
    }

    private static boolean isEnglishVowel(String letters, int i) {
        return switch (letters.charAt(i)) {
            case 'a', 'e', 'i', 'o', 'u', 'y' -> true;
            default -> false;
        };
    }

    /**
     * As in di-et, me-di-a, cal-ci-um, gra-du-al and pe-ri-od, but not in special, nation and
     * religious.
     */
    private static boolean isHiatus(String letters, int i) {
        char before = letters.charAt(i - 1);
        char here = letters.charAt(i);
        if (before == 'i') {
            boolean isSoft = i > 1 && "ctgs".indexOf(letters.charAt(i - 2)) >= 0;
            boolean isEarly = i <= 2;
            if (letters.startsWith("um", i)) {
                return true;
            }
            boolean isOpen = here == 'a' || here == 'o' || here == 'u' || (here == 'e' && isEarly);
            return (!isSoft && isOpen)
                    || (here == 'e' && isEarly && letters.startsWith("t", i + 1));
        }
        return (before == 'u' && here == 'a' && i > 1 && "qg".indexOf(letters.charAt(i - 2)) < 0)
                || (before == 'y' && here == 'i')
                || (before == 'e' && here == 'o' && !letters.startsWith("people"));
    }

    private static int silentEnd(String letters) {
        int length = letters.length();
        if (length > 2 && letters.endsWith("e") && !isEnglishVowel(letters, length - 2)) {
            boolean isLe = letters.endsWith("le") && !isEnglishVowel(letters, length - 3);
            return isLe ? 0 : 1;
        }
        if (length > 3 && letters.endsWith("ed") && !isEnglishVowel(letters, length - 3)) {
            return "td".indexOf(letters.charAt(length - 3)) >= 0 ? 0 : 1;
        }
        if (length > 3 && letters.endsWith("es") && !isEnglishVowel(letters, length - 3)) {
            boolean isLes = letters.endsWith("les") && !isEnglishVowel(letters, length - 4);
            boolean hisses =
                    "sxzcg".indexOf(letters.charAt(length - 3)) >= 0
                            || letters.endsWith("shes")
                            || letters.endsWith("ches");
            return isLes || hisses ? 0 : 1;
        }
        return 0;
    }

    /** At least one. Strong vowels part, a weak one joins its neighbour unless accented. */
    static int spanish(String word) {
        int count = 0;
        int previous = 0;
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            boolean isSilentU =
                    letter == 'u'
                            && i > 0
                            && i + 1 < word.length()
                            && (word.charAt(i - 1) == 'q'
                                    || (word.charAt(i - 1) == 'g'
                                            && "eiéí".indexOf(word.charAt(i + 1)) >= 0));
            int kind = isSilentU ? 0 : spanishKind(letter, i + 1 == word.length());
            boolean joins =
                    previous != 0 && kind != 0 && (previous == WEAK_KIND || kind == WEAK_KIND);
            boolean parts = previous == ACCENTED_KIND || kind == ACCENTED_KIND;
            count += kind != 0 && (!joins || parts) ? 1 : 0;
            previous = kind;
        }
        return Math.max(1, count);
    }

    private static int spanishKind(char letter, boolean isLast) {
        if (STRONG.indexOf(letter) >= 0) {
            return STRONG_KIND;
        }
        if (ACCENTED_WEAK.indexOf(letter) >= 0) {
            return ACCENTED_KIND;
        }
        return WEAK.indexOf(letter) >= 0 || (letter == 'y' && isLast) ? WEAK_KIND : 0;
    }
}
