package org.contentpack.pack;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/**
 * A language tag in canonical form, such as {@code en}, {@code es} or {@code pt-BR}.
 *
 * <p>Limits: at most {@value #MAX_LENGTH} characters; grandfathered and private-use tags are not
 * languages that a reader can ask for and are left out.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5646">RFC 5646 (BCP 47)</a>
 */
public record Language(String tag) implements Comparable<Language> {

    /** Longest tag in characters. */
    public static final int MAX_LENGTH = 35;

    public Language {
        if (!canonical(tag).filter(tag::equals).isPresent()) {
            throw new IllegalArgumentException(
                    "language must be a canonical BCP 47 tag: \"" + tag + "\"");
        }
    }

    /** The language that the text names in any case ({@code EN-gb}), or empty. */
    public static Optional<Language> parse(String text) {
        return canonical(text).map(Language::new);
    }

    private static Optional<String> canonical(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH || text.startsWith("i-")) {
            return Optional.empty();
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(text).build();
            boolean known =
                    !locale.getLanguage().isEmpty()
                            && !locale.getLanguage().equals("und")
                            && locale.getExtensionKeys().isEmpty()
                            && isRegistered(locale);
            return known ? Optional.of(locale.toLanguageTag()) : Optional.empty();
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    /** A well-formed tag may still name no language: {@code xx} is well formed. */
    private static boolean isRegistered(Locale locale) {
        String name = locale.getDisplayLanguage(Locale.ENGLISH);
        return !name.isEmpty() && !name.equals(locale.getLanguage());
    }

    public Locale toLocale() {
        return Locale.forLanguageTag(tag);
    }

    /** The primary subtag: {@code pt} of {@code pt-BR}. */
    public String primary() {
        return toLocale().getLanguage();
    }

    /** True where the language is written from right to left. */
    public boolean isRightToLeft() {
        return switch (toLocale().getScript().isEmpty() ? primary() : toLocale().getScript()) {
            case "ar", "fa", "he", "iw", "ur", "yi", "ji", "ps", "ckb", "dv", "sd", "ug" -> true;
            case "Arab", "Hebr", "Thaa", "Syrc", "Nkoo" -> true;
            default -> false;
        };
    }

    @Override
    public int compareTo(Language other) {
        return tag.compareTo(other.tag);
    }

    @Override
    public String toString() {
        return tag;
    }
}
