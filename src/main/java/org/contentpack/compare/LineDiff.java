package org.contentpack.compare;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/**
 * The difference of two texts line by line, as {@code diff -u} groups it, against the differences
 * of articles, which go by sentences and words. A line's end belongs to it.
 */
public final class LineDiff {

    /** Lines that are shown around a change. */
    static final int CONTEXT = 2;

    private LineDiff() {}

    /** What became of a line. */
    public enum Kind {
        KEPT,
        REMOVED,
        ADDED
    }

    /** A line with the characters that end it, if any. */
    public record Line(Kind kind, String text) {}

    /**
     * Changes that stand near each other, with the lines around them.
     *
     * @param before number of the first line in the text before, from 1; 0 where it has none
     * @param after the same in the text after
     */
    public record Hunk(int before, int after, List<Line> lines) {

        public Hunk {
            lines = List.copyOf(lines);
        }

        /** How many of the lines the text before has. */
        public long countBefore() {
            return lines.stream().filter(l -> l.kind() != Kind.ADDED).count();
        }

        /** How many of the lines the text after has. */
        public long countAfter() {
            return lines.stream().filter(l -> l.kind() != Kind.REMOVED).count();
        }
    }

    /** Empty where both are equal. */
    public static List<Hunk> of(String before, String after) {
        Lines from = new Lines(split(before));
        Lines to = new Lines(split(after));
        HistogramDiff histogram = new HistogramDiff();
        // Without: lines that all occur often are not searched for equal runs.
        histogram.setFallbackAlgorithm(null);
        EditList edits = histogram.diff(new Equality(), from, to);
        List<Hunk> hunks = new ArrayList<>();
        int at = 0;
        while (at < edits.size()) {
            int end = at + 1;
            while (end < edits.size()
                    && edits.get(end).getBeginA() - edits.get(end - 1).getEndA() <= 2 * CONTEXT) {
                end++;
            }
            hunks.add(hunk(edits.subList(at, end), from, to));
            at = end;
        }
        return hunks;
    }

    private static Hunk hunk(List<Edit> edits, Lines from, Lines to) {
        List<Line> lines = new ArrayList<>();
        int start = Math.max(0, edits.get(0).getBeginA() - CONTEXT);
        int startAfter = edits.get(0).getBeginB() - (edits.get(0).getBeginA() - start);
        int at = start;
        for (Edit edit : edits) {
            add(Kind.KEPT, from, at, edit.getBeginA(), lines);
            add(Kind.REMOVED, from, edit.getBeginA(), edit.getEndA(), lines);
            add(Kind.ADDED, to, edit.getBeginB(), edit.getEndB(), lines);
            at = edit.getEndA();
        }
        add(Kind.KEPT, from, at, Math.min(from.size(), at + CONTEXT), lines);
        return new Hunk(
                from.size() == 0 ? 0 : start + 1, to.size() == 0 ? 0 : startAfter + 1, lines);
    }

    private static void add(Kind kind, Lines lines, int begin, int end, List<Line> to) {
        lines.texts.subList(begin, end).forEach(text -> to.add(new Line(kind, text)));
    }

    private static List<String> split(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    /** Lines as the algorithm takes them. */
    private static final class Lines extends Sequence {

        private final List<String> texts;

        Lines(List<String> texts) {
            this.texts = texts;
        }

        @Override
        public int size() {
            return texts.size();
        }
    }

    /** Two lines are equal where all their characters are. */
    private static final class Equality extends SequenceComparator<Lines> {

        @Override
        public boolean equals(Lines a, int ai, Lines b, int bi) {
            return a.texts.get(ai).equals(b.texts.get(bi));
        }

        @Override
        public int hash(Lines lines, int i) {
            return lines.texts.get(i).hashCode();
        }
    }
}
