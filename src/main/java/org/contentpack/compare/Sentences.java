package org.contentpack.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/**
 * {@link Tokens} in runs that end with a sentence, a line, a closing tag or a comment; the coarse
 * steps of {@link BoundedDiff}. Where a run ends decides how fast two texts are compared, not what
 * they are.
 */
final class Sentences extends Sequence {

    /** The first token of each sentence, and the number of tokens behind the last. */
    private final int[] begins;

    private final int[] numbers;

    private Sentences(int[] begins, int[] numbers) {
        this.begins = begins;
        this.numbers = numbers;
    }

    @Override
    public int size() {
        return numbers.length;
    }

    /** The first token of a sentence; for the one behind the last, the number of tokens. */
    int begin(int sentence) {
        return begins[sentence];
    }

    /** Gives equal sentences equal numbers. */
    static final class Numbering {

        private final Map<List<Token>, Integer> numbers = new HashMap<>();

        Sentences read(Tokens tokens) {
            int[] begins = new int[tokens.size() + 1];
            int count = 0;
            for (int i = 0; i < tokens.size(); i++) {
                if (i + 1 == tokens.size() || isEnd(tokens.get(i), tokens.get(i + 1))) {
                    begins[++count] = i + 1;
                }
            }
            int[] found = new int[count];
            for (int i = 0; i < count; i++) {
                List<Token> sentence = new ArrayList<>(tokens.range(begins[i], begins[i + 1]));
                found[i] = numbers.computeIfAbsent(sentence, unused -> numbers.size());
            }
            return new Sentences(Arrays.copyOf(begins, count + 1), found);
        }

        private static boolean isEnd(Token last, Token next) {
            return switch (last.kind()) {
                case MARK -> last.text().startsWith("</") || last.text().startsWith("<!--");
                case SPACE -> last.text().indexOf('\n') >= 0;
                case SIGN -> ".!?。".contains(last.text()) && next.kind() != Token.Kind.SIGN;
                case WORD -> false;
            };
        }
    }

    /** Compares sentences of one numbering. */
    static final class Comparator extends SequenceComparator<Sentences> {

        @Override
        public boolean equals(Sentences a, int ai, Sentences b, int bi) {
            return a.numbers[ai] == b.numbers[bi];
        }

        @Override
        public int hash(Sentences sentences, int index) {
            return sentences.numbers[index];
        }
    }
}
