package org.contentpack.compare;

import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/**
 * The difference of two {@link Tokens}: first by sentences, then by words inside sentences that
 * differ. Where more differs than the bounds below, the whole stretch counts as replaced, so that
 * two texts of 200 kB with nothing in common take no longer than two that differ in a word.
 *
 * <p>Only {@link #diff} is meant to be called, with tokens.
 */
final class BoundedDiff extends DiffAlgorithm {

    /** Longest stretch in sentences, on either side, in which equal sentences are looked for. */
    static final int MAX_SENTENCES = 8_000;

    /** Longest stretch in tokens, on either side, in which equal words are looked for. */
    static final int MAX_TOKENS = 4_000;

    @Override
    public <S extends Sequence> EditList diff(SequenceComparator<? super S> comparator, S a, S b) {
        Tokens before = (Tokens) a;
        Tokens after = (Tokens) b;
        Sentences.Numbering numbering = new Sentences.Numbering();
        Sentences from = numbering.read(before);
        Sentences to = numbering.read(after);
        EditList edits = new EditList();
        for (Edit sentences : differences(new Sentences.Comparator(), from, to, MAX_SENTENCES)) {
            int beginBefore = from.begin(sentences.getBeginA());
            int beginAfter = to.begin(sentences.getBeginB());
            Tokens changed = before.part(beginBefore, from.begin(sentences.getEndA()));
            Tokens changedTo = after.part(beginAfter, to.begin(sentences.getEndB()));
            for (Edit words :
                    differences(new Tokens.Comparator(), changed, changedTo, MAX_TOKENS)) {
                edits.add(
                        new Edit(
                                beginBefore + words.getBeginA(),
                                beginBefore + words.getEndA(),
                                beginAfter + words.getBeginB(),
                                beginAfter + words.getEndB()));
            }
        }
        return edits;
    }

    @Override
    public <S extends Sequence> EditList diffNonCommon(
            SequenceComparator<? super S> comparator, S a, S b) {
        return diff(comparator, a, b);
    }

    private static <S extends Sequence> EditList differences(
            SequenceComparator<S> comparator, S a, S b, int bound) {
        Edit stretch = comparator.reduceCommonStartEnd(a, b, new Edit(0, a.size(), 0, b.size()));
        if (stretch.getLengthA() > bound || stretch.getLengthB() > bound) {
            EditList whole = new EditList();
            whole.add(stretch);
            return whole;
        }
        HistogramDiff histogram = new HistogramDiff();
        // Without: words that all occur often are not searched for equal runs.
        histogram.setFallbackAlgorithm(null);
        return histogram.diff(comparator, a, b);
    }
}
