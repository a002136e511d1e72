package org.contentpack.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.contentpack.compare.LineDiff.Hunk;
import org.contentpack.compare.LineDiff.Kind;
import org.contentpack.compare.LineDiff.Line;
import org.junit.jupiter.api.Test;

/** Hunks as {@code diff -u} has them, and that they lead from one text to the other. */
class LineDiffTest {

    @Test
    void equalTextsHaveNoHunks() {
        assertThat(LineDiff.of("a\n", "a\n")).isEmpty();
        assertThat(LineDiff.of("", "")).isEmpty();
    }

    @Test
    void aChangeStandsBetweenTwoLinesOnEitherSide() {
        assertThat(LineDiff.of("1\n2\n3\n4\n5\n6\n7\n", "1\n2\n3\nx\n5\n6\n7\n"))
                .containsExactly(
                        new Hunk(
                                2,
                                2,
                                List.of(
                                        new Line(Kind.KEPT, "2\n"),
                                        new Line(Kind.KEPT, "3\n"),
                                        new Line(Kind.REMOVED, "4\n"),
                                        new Line(Kind.ADDED, "x\n"),
                                        new Line(Kind.KEPT, "5\n"),
                                        new Line(Kind.KEPT, "6\n"))));
    }

    @Test
    void endsOfLinesAreDifferences() {
        assertThat(LineDiff.of("a\r\nb", "a\nb\n"))
                .containsExactly(
                        new Hunk(
                                1,
                                1,
                                List.of(
                                        new Line(Kind.REMOVED, "a\r\n"),
                                        new Line(Kind.REMOVED, "b"),
                                        new Line(Kind.ADDED, "a\n"),
                                        new Line(Kind.ADDED, "b\n"))));
        assertThat(LineDiff.of("", "a\n"))
                .containsExactly(new Hunk(0, 1, List.of(new Line(Kind.ADDED, "a\n"))));
    }

    /** What is kept and added, in order, with the lines between hunks, is the text after. */
    @Test
    void hunksLeadFromOneTextToTheOther() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            List<String> before = lines(random);
            List<String> after = new ArrayList<>(before);
            for (int edit = random.nextInt(4); edit > 0; edit--) {
                int at = random.nextInt(after.size() + 1);
                if (random.nextBoolean() || at == after.size()) {
                    after.add(at, "new" + edit + "\n");
                } else {
                    after.remove(at);
                }
            }
            List<Hunk> hunks = LineDiff.of(String.join("", before), String.join("", after));
            assertThat(applied(before, hunks)).isEqualTo(after);
        }
    }

    private static List<String> applied(List<String> before, List<Hunk> hunks) {
        List<String> after = new ArrayList<>();
        int at = 0;
        for (Hunk hunk : hunks) {
            int start = Math.max(0, hunk.before() - 1);
            after.addAll(before.subList(at, start));
            if (hunk.after() > 0) {
                assertThat(hunk.after()).isEqualTo(after.size() + 1);
            }
            hunk.lines().stream()
                    .filter(line -> line.kind() != Kind.REMOVED)
                    .forEach(line -> after.add(line.text()));
            at = start + (int) hunk.countBefore();
        }
        after.addAll(before.subList(at, before.size()));
        return after;
    }

    private static List<String> lines(Random random) {
        List<String> lines = new ArrayList<>();
        int count = random.nextInt(30);
        for (int i = 0; i < count; i++) {
            lines.add("line" + random.nextInt(12) + "\n");
        }
        return lines;
    }
}
