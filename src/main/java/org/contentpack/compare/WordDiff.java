package org.contentpack.compare;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;

/**
 * The difference of two texts word by word, to be looked at; what is merged is decided by {@link
 * ContentMerge}. A tag or a comment is one word. The pieces that are not added are the text before,
 * those that are not removed the text after; a space between two changes counts as changed, so that
 * a rewritten sentence is one change. Where texts differ too much to be compared in short time, one
 * long stretch is removed and another added.
 *
 * @param pieces none empty; what is removed stands in front of what is added in its place
 */
public record WordDiff(List<Piece> pieces) {

    /** A stretch of the text before, of the text after, or of both. */
    public record Piece(Kind kind, String text) {}

    /** Where a piece stands. */
    public enum Kind {
        EQUAL,
        REMOVED,
        ADDED
    }

    public WordDiff {
        pieces = List.copyOf(pieces);
    }

    /** The difference. */
    public static WordDiff of(String before, String after) {
        Tokens.Vocabulary vocabulary = new Tokens.Vocabulary();
        Tokens from = vocabulary.read(before);
        Tokens to = vocabulary.read(after);
        List<Piece> pieces = new ArrayList<>();
        int equalFrom = 0;
        for (Edit edit : joined(from, new BoundedDiff().diff(new Tokens.Comparator(), from, to))) {
            add(pieces, Kind.EQUAL, from.text(equalFrom, edit.getBeginA()));
            add(pieces, Kind.REMOVED, from.text(edit.getBeginA(), edit.getEndA()));
            add(pieces, Kind.ADDED, to.text(edit.getBeginB(), edit.getEndB()));
            equalFrom = edit.getEndA();
        }
        add(pieces, Kind.EQUAL, from.text(equalFrom, from.size()));
        return new WordDiff(pieces);
    }

    private static List<Edit> joined(Tokens from, List<Edit> edits) {
        List<Edit> joined = new ArrayList<>();
        for (Edit edit : edits) {
            int last = joined.size() - 1;
            if (last >= 0 && onlySpaceBetween(from, joined.get(last), edit)) {
                Edit first = joined.remove(last);
                joined.add(
                        new Edit(
                                first.getBeginA(),
                                edit.getEndA(),
                                first.getBeginB(),
                                edit.getEndB()));
            } else {
                joined.add(edit);
            }
        }
        return joined;
    }

    private static boolean onlySpaceBetween(Tokens from, Edit first, Edit second) {
        return from.range(first.getEndA(), second.getBeginA()).stream()
                .allMatch(token -> token.kind() == Token.Kind.SPACE);
    }

    private static void add(List<Piece> pieces, Kind kind, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(kind, text));
        }
    }
}
