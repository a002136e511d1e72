package org.contentpack.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where two edits of a text are merged, and where they are not. */
class TextMergeTest {

    /** More than the slowest case takes on a busy machine, and less than anybody waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "one two three, ONE two three, one two THREE, ONE two THREE",
                "one two three, two three, one two, two",
                "one two three, zero one two three, one two three four, zero one two three four",
                "one two three, ONE two THREE, ONE two three, ONE two THREE",
                "one two three, one new two three, one new two three, one new two three",
                "<p>one</p> and <p>two</p>, <p>ONE</p> and <p>two</p>, <p>one</p> and <p>TWO</p>,"
                        + " <p>ONE</p> and <p>TWO</p>",
                "<p>one two three</p>, <p><b>one</b> two three</p>, <p>one two <i>three</i></p>,"
                        + " <p><b>one</b> two <i>three</i></p>",
                "水足不, 多水足不, 水足不眠, 多水足不眠",
            })
    void editsWithAWordBetweenAreMerged(String base, String ours, String theirs, String merged) {
        assertThat(TextMerge.merge(base, ours, theirs)).isEqualTo(Optional.of(merged));
        assertThat(TextMerge.merge(base, theirs, ours)).isEqualTo(Optional.of(merged));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                // The same word.
                "one two three, one TWO three, one zwei three",
                // Changed and taken away.
                "one two three, one TWO three, one three",
                // Neighbours.
                "one two three, ONE two three, one TWO three",
                "one two three, one two, one TWO three",
                // Nothing but marks between.
                "<p>one</p><p>two</p>, <p>ONE</p><p>two</p>, <p>one</p><p>TWO</p>",
                "one. two, ONE. two, one. TWO",
                // Both add at one place.
                "one two, one new two, one other two",
                "one two, one two new, one two other",
                "one two three, one new two three, one new thing two three",
                // A link around what the other side changed.
                "one two three four, one <a>two three</a> four, one two 3 four",
            })
    void editsWithoutAWordBetweenAreNot(String base, String ours, String theirs) {
        assertThat(TextMerge.merge(base, ours, theirs)).isEmpty();
        assertThat(TextMerge.merge(base, theirs, ours)).isEmpty();
    }

    @Test
    void tagsThatWouldNoLongerBeBalancedAreNotMerged() {
        String base = "<b>one two three four</b> five six seven";
        String ours = "one two three four five six seven";
        // Where the emphasis ends is moved by one side, and taken away by the other.
        String theirs = "<b>one two three four five</b> six seven";
        assertThat(TextMerge.merge(base, ours, theirs)).isEmpty();

        String opened = "one two three four five six";
        String left = "<b>one two three</b> four five six";
        String crossing = "one <i>two three four five</i> six";
        assertThat(TextMerge.merge(opened, left, crossing)).isEmpty();
    }

    @Test
    void commentsThatWouldNoLongerBeBalancedAreNotMerged() {
        String base = "<!-- wp:a --> one two three <!-- /wp:a -->";
        String ours = "<!-- wp:b --> one two three <!-- /wp:b -->";
        String theirs = "<!-- wp:a --> one two three <!-- /wp:a --> four";
        assertThat(TextMerge.merge(base, ours, theirs)).isEmpty();

        String flat = "one two three four five";
        String first = "<!-- wp:a --> one two three <!-- /wp:a --> four five";
        String second = "one two <!-- wp:b --> three four five <!-- /wp:b -->";
        assertThat(TextMerge.merge(flat, first, second)).isEmpty();
    }

    @Test
    void textsThatWereNotBalancedNeedNotBecomeIt() {
        assertThat(TextMerge.merge("<p>one two three", "<p>ONE two three", "<p>one two THREE"))
                .isEqualTo(Optional.of("<p>ONE two THREE"));
    }

    @Test
    void voidElementsSingleBlocksAndRemarksNeedNoEnd() {
        String base = "one<br> <img src='a'> <!-- wp:more /--> <!-- remark --> <hr/> two three";
        assertThat(
                        TextMerge.merge(
                                base, base.replace("one", "ONE"), base.replace("three", "THREE")))
                .isEqualTo(Optional.of(base.replace("one", "ONE").replace("three", "THREE")));
    }

    @Test
    void besideVoidElementsTagsStillHaveToBeBalanced() {
        String base = "<br>line<img src='a'/> <!-- wp:more /--> <!-- remark -->";
        assertThat(
                        TextMerge.merge(
                                base + " one two three four five six",
                                base + " <b>one two three</b> four five six",
                                base + " one <i>two three four five</i> six"))
                .isEmpty();
    }

    @Test
    void longTextsAreMergedInShortTime() {
        String base = words(35_000, i -> "w" + i % 3_000);
        String ours = base.replaceFirst("w10 ", "ours ");
        String theirs = base + " theirs";
        assertThat(base.length()).isGreaterThan(190_000);
        assertTimeoutPreemptively(
                PATIENCE,
                () ->
                        assertThat(TextMerge.merge(base, ours, theirs))
                                .isEqualTo(Optional.of(ours + " theirs")));
    }

    @Test
    void longTextsWithChangesThroughoutTakeShortTimeToo() {
        String base = words(33_000, i -> "w" + i);
        String everySecond = words(33_000, i -> i % 2 == 0 ? "w" + i : "x" + i);
        String fewWords = words(60_000, i -> i * 31 % 7 < 3 ? "a" : "b.");
        String otherFewWords = words(60_000, i -> i * 17 % 5 < 3 ? "a" : "b.");
        String sentences = words(BoundedDiff.MAX_SENTENCES, i -> "w" + i + ".");
        String otherSentences =
                words(BoundedDiff.MAX_SENTENCES, i -> i % 2 == 1 ? "w" + i + "." : "x" + i + ".");
        assertTimeoutPreemptively(
                PATIENCE,
                () -> {
                    assertThat(TextMerge.merge(base, everySecond, base + " theirs")).isEmpty();
                    assertThat(TextMerge.merge(fewWords, otherFewWords, fewWords + " theirs"))
                            .isEqualTo(Optional.of(otherFewWords + " theirs"));
                    assertThat(TextMerge.merge(sentences, otherSentences, sentences + " theirs"))
                            .isEqualTo(Optional.of(otherSentences + " theirs"));
                });
    }

    @Test
    void longerTextsThanTheBoundAreNotMerged() {
        String words = words(3, i -> "w" + i);
        String padding = " ".repeat(TextMerge.MAX_LENGTH - words.length() - 1);
        assertThat(TextMerge.merge(words + padding, "x" + words + padding, words + padding + "y"))
                .isEqualTo(Optional.of("x" + words + padding + "y"));
        assertThat(TextMerge.merge(words + padding, "x" + words + padding + " ", words + padding))
                .isEmpty();
    }

    private static String words(int count, IntFunction<String> word) {
        return IntStream.range(0, count).mapToObj(word).collect(Collectors.joining(" "));
    }
}
