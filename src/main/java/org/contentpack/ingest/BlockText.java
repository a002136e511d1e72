package org.contentpack.ingest;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.contentpack.manifest.wording.Token;

/**
 * What a reader sees of a paragraph or heading, and where each word of it stands in the source.
 *
 * @param plain in one line
 */
record BlockText(String plain, List<Piece> pieces, List<Token> tokens) {

    /** A run of characters that stand one after the other in both. */
    private record Piece(int offset, int index) {}

    static BlockText of(Node block) {
        StringBuilder plain = new StringBuilder();
        List<Piece> pieces = new ArrayList<>();
        for (Node part : Blocks.all(block, Node.class)) {
            String literal = literal(part);
            if (!literal.isEmpty()) {
                pieces.add(new Piece(plain.length(), Blocks.index(part)));
                plain.append(literal);
            }
        }
        if (pieces.isEmpty()) {
            pieces.add(new Piece(0, Blocks.index(block)));
        }
        String text = plain.toString();
        return new BlockText(text, List.copyOf(pieces), Token.of(text));
    }

    private static String literal(Node part) {
        if (part instanceof Text words) {
            return words.getLiteral();
        } else if (part instanceof Code code) {
            return code.getLiteral();
        }
        return part instanceof SoftLineBreak || part instanceof HardLineBreak ? " " : "";
    }

    /**
     * Where a character stands in the source. Character references and dropped white space move
     * what follows them in their run, so the word is looked for from the run's beginning on.
     *
     * @param offset in {@link #plain}
     */
    int index(int offset, String source) {
        int at = 0;
        while (at + 1 < pieces.size() && pieces.get(at + 1).offset() <= offset) {
            at++;
        }
        Piece piece = pieces.get(at);
        int end = at + 1 < pieces.size() ? pieces.get(at + 1).offset() : plain.length();
        int expected = Math.min(piece.index() + offset - piece.offset(), source.length());
        String word = wordAt(offset, end);
        if (word.isEmpty() || source.startsWith(word, expected)) {
            return expected;
        }
        int furthest = Math.min(source.length(), expected + 200 + 6 * (offset - piece.offset()));
        int found = source.indexOf(word, expected);
        return found < 0 || found > furthest ? Math.min(piece.index(), source.length()) : found;
    }

    private String wordAt(int offset, int end) {
        int to = offset;
        while (to < end && Character.isLetterOrDigit(plain.charAt(to))) {
            to++;
        }
        return plain.substring(offset, to);
    }
}
