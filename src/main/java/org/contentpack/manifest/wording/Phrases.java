package org.contentpack.manifest.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Words and groups of words that are looked for. {@code *} in a phrase stands for any letters of a
 * word: {@code consult*}, {@code *ing}, or {@code *} for any word. Immutable. Time grows with the
 * text and with the phrases of one first word, not with all of them.
 */
public final class Phrases {

    /** Nothing is ever found. */
    public static final Phrases NONE = new Phrases(List.of());

    private final Map<String, List<List<String>>> byFirstWord = new HashMap<>();
    private final List<List<String>> others = new ArrayList<>();

    public Phrases(List<String> phrases) {
        for (String phrase : phrases) {
            List<String> words = List.of(phrase.strip().split(" +"));
            if (words.get(0).indexOf('*') < 0) {
                byFirstWord.computeIfAbsent(words.get(0), w -> new ArrayList<>()).add(words);
            } else {
                others.add(words);
            }
        }
    }

    /**
     * Tokens of a text from one to another.
     *
     * @param from index of the first
     * @param to index behind the last
     */
    public record Match(int from, int to) {}

    /** The longest phrase that begins at a token. */
    public Optional<Match> at(List<Token> tokens, int from) {
        if (from >= tokens.size()) {
            return Optional.empty();
        }
        int longest = 0;
        for (List<String> phrase : byFirstWord.getOrDefault(tokens.get(from).word(), List.of())) {
            longest = matches(phrase, tokens, from) ? Math.max(longest, phrase.size()) : longest;
        }
        for (List<String> phrase : others) {
            longest = matches(phrase, tokens, from) ? Math.max(longest, phrase.size()) : longest;
        }
        return longest == 0 ? Optional.empty() : Optional.of(new Match(from, from + longest));
    }

    /** All that is found, from left to right, none in another. */
    public List<Match> all(List<Token> tokens) {
        List<Match> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            Optional<Match> match = at(tokens, i);
            match.ifPresent(found::add);
            i = match.map(Match::to).orElse(i + 1);
        }
        return found;
    }

    public boolean areIn(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (at(tokens, i).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** True where one phrase is all of the text. */
    public boolean areAllOf(List<Token> tokens) {
        return at(tokens, 0).filter(m -> m.to() == tokens.size()).isPresent();
    }

    /** How many words of the text are found. */
    public long count(List<Token> tokens) {
        return all(tokens).size();
    }

    private static boolean matches(List<String> phrase, List<Token> tokens, int from) {
        if (from + phrase.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            if (!matches(phrase.get(i), tokens.get(from + i).word())) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String pattern, String word) {
        int star = pattern.indexOf('*');
        return star < 0
                ? pattern.equals(word)
                : word.length() >= pattern.length() - 1
                        && word.startsWith(pattern.substring(0, star))
                        && word.endsWith(pattern.substring(star + 1));
    }
}
