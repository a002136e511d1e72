package org.contentpack.compare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/**
 * A text in {@link Token}s, as the diff library takes it.
 *
 * <p>Tokens are compared by number, so that long ones cost no more than short ones. Numbers compare
 * only between texts of one {@link Vocabulary}.
 */
final class Tokens extends Sequence {

    private final List<Token> tokens;
    private final int[] numbers;

    private Tokens(List<Token> tokens, int[] numbers) {
        this.tokens = List.copyOf(tokens);
        this.numbers = numbers;
    }

    @Override
    public int size() {
        return numbers.length;
    }

    Token get(int index) {
        return tokens.get(index);
    }

    /** The tokens from {@code begin}, without {@code end}, comparable with those of this text. */
    Tokens part(int begin, int end) {
        return new Tokens(range(begin, end), Arrays.copyOfRange(numbers, begin, end));
    }

    /** The tokens from {@code first}, without {@code next}. */
    List<Token> range(int first, int next) {
        return tokens.subList(first, next);
    }

    /** The text from the token {@code begin}, without {@code end}. */
    String text(int begin, int end) {
        StringBuilder text = new StringBuilder();
        range(begin, end).forEach(token -> text.append(token.text()));
        return text.toString();
    }

    /** Gives equal tokens equal numbers. */
    static final class Vocabulary {

        private final Map<Token, Integer> numbers = new HashMap<>();

        Tokens read(String text) {
            List<Token> tokens = TokenReader.read(text);
            int[] found = new int[tokens.size()];
            for (int i = 0; i < found.length; i++) {
                found[i] = numbers.computeIfAbsent(tokens.get(i), unused -> numbers.size());
            }
            return new Tokens(tokens, found);
        }
    }

    /** Compares tokens of one vocabulary. */
    static final class Comparator extends SequenceComparator<Tokens> {

        @Override
        public boolean equals(Tokens a, int ai, Tokens b, int bi) {
            return a.numbers[ai] == b.numbers[bi];
        }

        @Override
        public int hash(Tokens tokens, int index) {
            return tokens.numbers[index];
        }
    }
}
