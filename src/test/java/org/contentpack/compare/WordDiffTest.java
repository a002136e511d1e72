package org.contentpack.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.compare.WordDiff.Kind.ADDED;
import static org.contentpack.compare.WordDiff.Kind.EQUAL;
import static org.contentpack.compare.WordDiff.Kind.REMOVED;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contentpack.compare.WordDiff.Kind;
import org.contentpack.compare.WordDiff.Piece;
import org.junit.jupiter.api.Test;

/** The differences that an editor is shown. */
class WordDiffTest {

    @Test
    void aChangedWordIsOnePiece() {
        assertThat(WordDiff.of("Drink enough water.", "Drink enough fluid.").pieces())
                .containsExactly(
                        new Piece(EQUAL, "Drink enough "),
                        new Piece(REMOVED, "water"),
                        new Piece(ADDED, "fluid"),
                        new Piece(EQUAL, "."));
    }

    @Test
    void changedNeighboursAreOneChange() {
        assertThat(
                        WordDiff.of("It can also upset minerals.", "It will soon move minerals.")
                                .pieces())
                .containsExactly(
                        new Piece(EQUAL, "It "),
                        new Piece(REMOVED, "can also upset"),
                        new Piece(ADDED, "will soon move"),
                        new Piece(EQUAL, " minerals."));
    }

    @Test
    void aTagIsOneWord() {
        assertThat(WordDiff.of("<p class=\"a b\">One</p>", "<p class=\"a c\">One</p>").pieces())
                .containsExactly(
                        new Piece(REMOVED, "<p class=\"a b\">"),
                        new Piece(ADDED, "<p class=\"a c\">"),
                        new Piece(EQUAL, "One</p>"));
    }

    @Test
    void emptyTextsHaveNoPieces() {
        assertThat(WordDiff.of("", "").pieces()).isEmpty();
        assertThat(WordDiff.of("", "new").pieces()).containsExactly(new Piece(ADDED, "new"));
        assertThat(WordDiff.of("old", "").pieces()).containsExactly(new Piece(REMOVED, "old"));
        assertThat(WordDiff.of("same", "same").pieces()).containsExactly(new Piece(EQUAL, "same"));
    }

    @Test
    void thePiecesAreBothTexts() {
        for (long seed = 10_000_000; seed < 10_002_000; seed++) {
            Random random = new Random(seed);
            String before = text(random);
            String after = text(random);
            WordDiff diff = WordDiff.of(before, after);
            assertThat(without(diff, ADDED)).as("seed %d", seed).isEqualTo(before);
            assertThat(without(diff, REMOVED)).as("seed %d", seed).isEqualTo(after);
            assertThat(diff.pieces()).noneMatch(piece -> piece.text().isEmpty());
        }
    }

    private static String text(Random random) {
        String parts = "a b c. <p> </p> \n <!--x--> & é <";
        String[] words = parts.split(" ", -1);
        return IntStream.range(0, random.nextInt(30))
                .mapToObj(i -> words[random.nextInt(words.length)])
                .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
    }

    private static String without(WordDiff diff, Kind kind) {
        return diff.pieces().stream()
                .filter(piece -> piece.kind() != kind)
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
