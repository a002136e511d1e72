package org.contentpack.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovedTest {

    private static List<String> letters(String text) {
        return text == null ? List.of() : List.of(text.split(""));
    }

    @ParameterizedTest
    @CsvSource({
        "abcd, abcd, ''",
        "abcd, bcda, a",
        "abcd, dabc, d",
        "abcde, abdce, c",
        "abcdef, afbcde, f",
        ", , ''"
    })
    void asFewAsPossibleAreMoved(String from, String to, String moved) {
        assertThat(String.join("", Moved.between(letters(from), letters(to))))
                .isIn(moved, moved.equals("c") ? "d" : moved);
    }

    /** Without what was moved, the rest stands in the same order on both sides. */
    @Test
    void whatStaysIsInOneOrder() {
        Random random = new Random(20261127);
        for (int i = 0; i < 500; i++) {
            List<Integer> from = IntStream.range(0, random.nextInt(40)).boxed().toList();
            List<Integer> to = new ArrayList<>(from);
            Collections.shuffle(to, random);

            Set<Integer> moved = Moved.between(from, to);

            List<Integer> stays = to.stream().filter(x -> !moved.contains(x)).toList();
            assertThat(stays).isSorted();
            assertThat(stays).hasSize(longestRow(to));
        }
    }

    /** By looking at every pair. */
    private static int longestRow(List<Integer> row) {
        int[] lengths = new int[row.size()];
        int longest = 0;
        for (int i = 0; i < row.size(); i++) {
            lengths[i] = 1;
            for (int j = 0; j < i; j++) {
                if (row.get(j) < row.get(i)) {
                    lengths[i] = Math.max(lengths[i], lengths[j] + 1);
                }
            }
            longest = Math.max(longest, lengths[i]);
        }
        return longest;
    }
}
