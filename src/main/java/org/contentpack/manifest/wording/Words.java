package org.contentpack.manifest.wording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.contentpack.pack.Language;

/**
 * What is looked for in texts of one language, from {@code words/<language>.txt} beside this class:
 * a line for each phrase, below the name of its list in brackets. A language may lack lists.
 * Immutable.
 */
public final class Words {

    /** What a phrase is looked for to find. */
    public enum Kind {
        /** Words that show which language a text is in. */
        COMMON,
        /** Blocks that are site furniture where they are all of the block. */
        FURNITURE,
        /** Beginnings of short blocks that are site furniture. */
        FURNITURE_START,
        /** Headings whose whole section is site furniture. */
        FURNITURE_HEADING,
        /** Beginnings of lines that say whose a picture is. */
        CREDIT,
        /** Beginnings of lines that say who wrote the text. */
        BYLINE,
        /** What comes before a name in a box about the author. */
        AUTHOR_NAME,
        /** Headings of such boxes. */
        AUTHOR_HEADING,
        /** Beginnings of lines that say when it was published. */
        PUBLISHED,
        /** Beginnings of lines that say when it was changed. */
        CHANGED,
        /** Beginnings of lines that say who reviewed it. */
        REVIEW,
        /** Parts of sentences that only a disclaimer has. */
        DISCLAIMER,
        SOURCES_HEADING,
        HELP_HEADING,
        /** Words of texts about health; several together count. */
        HEALTH,
        MEDICINE,
        SUPPLEMENT,
        /** Things to wear, and heat and cold. */
        AID,
        /** Advice to ask: a caution for what stands in the same sentence. */
        ASK,
        /** Says for whom something is not: a caution for its sentence and the one before. */
        NOT_FOR,
        /** Promises that no text about health can keep. */
        CLAIM,
        /** Words that turn such a promise round where they stand shortly before it. */
        CLAIM_NEGATION,
        /** Beginnings of list items that tell of a person where advice is due. */
        ITEM_PERSON,
        /** Beginnings of sentences whose clause lacks its subject. */
        NO_SUBJECT,
        /** Words that make the word before them a subject. */
        SUBJECT_AFTER_ALL;

        private String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Languages with lists, in the order in which they are tried. */
    private static final List<String> LANGUAGES = List.of("en", "es", "ar", "he");

    private static final Words NONE = new Words("", Map.of());

    private static final Map<String, Words> ALL = loadAll();

    private final String language;
    private final Map<Kind, Phrases> phrases;

    private Words(String language, Map<Kind, Phrases> phrases) {
        this.language = language;
        this.phrases = phrases;
    }

    /** The lists of a language, empty ones where it has none. */
    public static Words of(Language language) {
        return ALL.getOrDefault(language.primary(), NONE);
    }

    /** No lists. */
    public static Words none() {
        return NONE;
    }

    /** The language that has far more of its common words in the text than any other. */
    public static Optional<Language> languageOf(List<Token> tokens) {
        String best = "";
        long most = 0;
        long next = 0;
        for (String language : LANGUAGES) {
            long found = words(language).phrases(Kind.COMMON).count(tokens);
            if (found > most) {
                next = most;
                most = found;
                best = language;
            } else {
                next = Math.max(next, found);
            }
        }
        boolean isClear = most >= 5 && most >= 3 * next && most * 12 >= tokens.size();
        return isClear ? Language.parse(best) : Optional.empty();
    }

    public Phrases phrases(Kind kind) {
        return phrases.getOrDefault(kind, Phrases.NONE);
    }

    /** False where texts of this language are read without being looked at. */
    public boolean hasDetectors() {
        return phrases.size() > 1;
    }

    public Locale locale() {
        return language.isEmpty() ? Locale.ROOT : Locale.forLanguageTag(language);
    }

    private static Words words(String language) {
        return ALL.getOrDefault(language, NONE);
    }

    private static Map<String, Words> loadAll() {
        Map<String, Words> all = new HashMap<>();
        LANGUAGES.forEach(language -> all.put(language, load(language)));
        return Map.copyOf(all);
    }

    private static Words load(String language) {
        try (InputStream in = Words.class.getResourceAsStream("words/" + language + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no word lists for \"" + language + "\"");
            }
            return new Words(language, read(new String(in.readAllBytes(), UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Kind, Phrases> read(String text) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        List<String> open = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                open = new ArrayList<>();
                lists.put(line.substring(1, line.length() - 1), open);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                open.add(line);
            }
        }
        Map<Kind, Phrases> phrases = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            if (lists.containsKey(kind.id())) {
                phrases.put(kind, new Phrases(lists.remove(kind.id())));
            }
        }
        if (!lists.isEmpty()) {
            throw new IllegalStateException("lists without a use: " + lists.keySet());
        }
        return phrases;
    }
}
