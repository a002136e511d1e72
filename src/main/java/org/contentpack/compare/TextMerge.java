package org.contentpack.compare;

import java.util.Iterator;
import java.util.Optional;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeResult;

/**
 * The merge of a text that both sides changed, word by word.
 *
 * <p>Nothing is merged, and a person writes the text, where the two sides changed the same words or
 * have no word between them that neither touched, where tags or comments that were balanced would
 * be no more, and where a text is longer than {@value #MAX_LENGTH} characters.
 */
final class TextMerge {

    /** Longest text in UTF-16 code units; five times what a long article has. */
    static final int MAX_LENGTH = 1_000_000;

    private static final int BASE = 0;
    private static final int OURS = 1;

    private TextMerge() {}

    static Optional<String> merge(String base, String ours, String theirs) {
        if (Math.max(base.length(), Math.max(ours.length(), theirs.length())) > MAX_LENGTH) {
            return Optional.empty();
        }
        Tokens.Vocabulary vocabulary = new Tokens.Vocabulary();
        Tokens from = vocabulary.read(base);
        Tokens toOurs = vocabulary.read(ours);
        Tokens toTheirs = vocabulary.read(theirs);
        BoundedDiff diff = new BoundedDiff();
        Tokens.Comparator comparator = new Tokens.Comparator();
        MergeResult<Tokens> merged =
                new MergeAlgorithm(diff).merge(comparator, from, toOurs, toTheirs);
        if (merged.containsConflicts()
                || touch(
                        from,
                        new Edits(toOurs, diff.diff(comparator, from, toOurs)),
                        new Edits(toTheirs, diff.diff(comparator, from, toTheirs)))) {
            return Optional.empty();
        }
        String text = text(merged, from, toOurs, toTheirs);
        boolean wasBalanced =
                Nesting.isBalanced(from)
                        && Nesting.isBalanced(toOurs)
                        && Nesting.isBalanced(toTheirs);
        return wasBalanced && !Nesting.isBalanced(vocabulary.read(text))
                ? Optional.empty()
                : Optional.of(text);
    }

    private static String text(
            MergeResult<Tokens> merged, Tokens base, Tokens ours, Tokens theirs) {
        StringBuilder text = new StringBuilder();
        for (MergeChunk chunk : merged) {
            Tokens side =
                    switch (chunk.getSequenceIndex()) {
                        case BASE -> base;
                        case OURS -> ours;
                        default -> theirs;
                    };
            text.append(side.text(chunk.getBegin(), chunk.getEnd()));
        }
        return text.toString();
    }

    /** What one side changed. */
    private record Edits(Tokens text, EditList edits) {

        /** True where two edits are the same change. */
        static boolean same(Edits ours, Edit our, Edits theirs, Edit their) {
            return our.getBeginA() == their.getBeginA()
                    && our.getEndA() == their.getEndA()
                    && ours.text
                            .text(our.getBeginB(), our.getEndB())
                            .equals(theirs.text.text(their.getBeginB(), their.getEndB()));
        }
    }

    /** True where an edit of one side has no unchanged word between it and one of the other. */
    private static boolean touch(Tokens base, Edits ours, Edits theirs) {
        Iterator<Edit> left = ours.edits().iterator();
        Iterator<Edit> right = theirs.edits().iterator();
        if (!left.hasNext() || !right.hasNext()) {
            return false;
        }
        Edit our = left.next();
        Edit their = right.next();
        while (true) {
            if (!Edits.same(ours, our, theirs, their) && !wordBetween(base, our, their)) {
                return true;
            }
            Iterator<Edit> behind = our.getEndA() <= their.getEndA() ? left : right;
            if (!behind.hasNext()) {
                return false;
            }
            if (behind == left) {
                our = left.next();
            } else {
                their = right.next();
            }
        }
    }

    private static boolean wordBetween(Tokens base, Edit one, Edit other) {
        int begin = Math.min(one.getEndA(), other.getEndA());
        int end = Math.max(one.getBeginA(), other.getBeginA());
        return begin < end && base.range(begin, end).stream().anyMatch(Token::isWord);
    }
}
