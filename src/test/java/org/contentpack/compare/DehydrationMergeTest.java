package org.contentpack.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contentpack.compare.Outcome.Conflict;
import org.contentpack.compare.Outcome.Kept;
import org.contentpack.compare.Outcome.Proposed;
import org.contentpack.compare.Outcome.Taken;
import org.contentpack.compare.Place.Section;
import org.contentpack.pack.SectionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The worked example of {@code docs/sync.md}: the section <i>Dehydration</i> from 1.0.0 to 1.1.0 of
 * the real pack, with what an editor did to it in between.
 */
class DehydrationMergeTest {

    private static final Pattern HEADING = Pattern.compile("(?m)^## .*\\{#([a-z0-9-]+).*$");
    private static final SectionId DEHYDRATION = new SectionId("dehydration");

    private final Content released = article("1.0.0");
    private final Content upgrade = article("1.1.0");
    private final String before = released.section(DEHYDRATION).orElseThrow();
    private final String after = upgrade.section(DEHYDRATION).orElseThrow();

    @Test
    void untouchedItIsTaken() {
        ContentMerge merge = merge(released);
        assertThat(outcome(merge)).isEqualTo(new Taken(Optional.of(before), Optional.of(after)));
        assertThat(merge.undecided(Map.of())).isEmpty();
        assertThat(merge.result(Map.of())).isEqualTo(upgrade);
    }

    @Test
    void theReleaseChangesSixSectionsAndAddsOne() {
        Map<String, Set<String>> byOutcome = new TreeMap<>();
        for (Step step : merge(released).steps()) {
            byOutcome
                    .computeIfAbsent(
                            step.outcome().getClass().getSimpleName(), unused -> new TreeSet<>())
                    .add(step.place().id());
        }
        assertThat(byOutcome)
                .containsOnlyKeys("Same", "Taken")
                .containsEntry(
                        "Taken",
                        new TreeSet<>(
                                List.of(
                                        "section:intro",
                                        "section:muscle-fatigue",
                                        "section:dehydration",
                                        "section:certain-medications",
                                        "section:during-a-cramp",
                                        "section:treatment",
                                        "section:closing")));
    }

    @Test
    void anEditFarFromTheReleasesIsProposedWithBoth() {
        String edited = before.replace("heavy sweating", "heavy sweating, in a sauna for example");
        String proposed = after.replace("heavy sweating", "heavy sweating, in a sauna for example");
        ContentMerge merge = merge(with(released, edited));
        assertThat(outcome(merge))
                .isEqualTo(new Proposed(Optional.of(before), after, edited, proposed));
        assertThat(merge.result(Map.of())).isEqualTo(with(upgrade, edited));
        assertThat(merge.result(Map.of(place(), new Choice.Write(proposed))))
                .isEqualTo(with(upgrade, proposed));
    }

    static Stream<Arguments> rowsOfTheExample() {
        Pattern row = Pattern.compile("(?m)^\\| `([^`]+)` \\| `([^`]+)` \\| (\\w+) \\|$");
        return row.matcher(read(Path.of("docs/sync.md")))
                .results()
                .map(found -> Arguments.of(found.group(1), found.group(2), found.group(3)));
    }

    @ParameterizedTest
    @MethodSource("rowsOfTheExample")
    void theDocumentedExampleHolds(String replaced, String by, String expected) {
        String edited = before.replace(replaced, by);
        Outcome outcome =
                expected.equals("proposed")
                        ? new Proposed(
                                Optional.of(before), after, edited, after.replace(replaced, by))
                        : new Conflict(
                                Optional.of(before), Optional.of(after), Optional.of(edited));
        assertThat(edited).isNotEqualTo(before);
        assertThat(expected).isIn("proposed", "conflict");
        assertThat(outcome(merge(with(released, edited)))).isEqualTo(outcome);
    }

    @Test
    void theDocumentedExampleHasRowsOfBothKinds() {
        assertThat(rowsOfTheExample().map(row -> row.get()[2]))
                .containsExactly("proposed", "proposed", "proposed", "conflict", "conflict");
    }

    @Test
    void anEditInTheSameSentenceIsAConflict() {
        String edited = before.replace("too little fluid for", "too little water for");
        ContentMerge merge = merge(with(released, edited));
        assertThat(outcome(merge))
                .isEqualTo(
                        new Conflict(Optional.of(before), Optional.of(after), Optional.of(edited)));
        assertThat(merge.result(Map.of())).isEqualTo(with(upgrade, edited));
        assertThat(merge.result(Map.of(place(), new Choice.TakeRelease()))).isEqualTo(upgrade);
    }

    @Test
    void deletedByAnEditorItIsAConflict() {
        List<Passage> body = new ArrayList<>(released.body());
        body.remove(Passage.of(DEHYDRATION, before));
        ContentMerge merge = merge(new Content(released.fields(), body));
        assertThat(outcome(merge))
                .isEqualTo(new Conflict(Optional.of(before), Optional.of(after), Optional.empty()));
    }

    @Test
    void anEditorsOwnPassageBehindItStaysThere() {
        Passage own = Passage.own("Our practice has a water fountain at the entrance.");
        List<Passage> body = new ArrayList<>(released.body());
        body.add(body.indexOf(Passage.of(DEHYDRATION, before)) + 1, own);
        List<Passage> expected = new ArrayList<>(upgrade.body());
        expected.add(expected.indexOf(Passage.of(DEHYDRATION, after)) + 1, own);
        ContentMerge merge = merge(new Content(released.fields(), body));
        assertThat(merge.undecided(Map.of())).isEmpty();
        assertThat(merge.result(Map.of())).isEqualTo(new Content(upgrade.fields(), expected));
    }

    @Test
    void whatTheNextReleaseLeavesAloneIsNotAskedAgain() {
        String edited = before.replace("too little fluid for", "too little water for");
        ContentMerge merge = merge(with(released, edited));
        Map<Place, Choice> keep = Map.of(place(), new Choice.KeepLocal());
        Content stands = merge.result(keep);
        ContentMerge again =
                ContentMerge.of(merge.ancestor(keep, stands), upgrade, stands, Map.of());
        assertThat(again.undecided(Map.of())).isEmpty();
        assertThat(outcome(again)).isEqualTo(new Kept(Optional.of(after), Optional.of(edited)));
        assertThat(again.result(Map.of())).isEqualTo(stands);
    }

    private ContentMerge merge(Content theirs) {
        return ContentMerge.of(Ancestor.of(released), upgrade, theirs, Map.of());
    }

    private static Outcome outcome(ContentMerge merge) {
        return merge.steps().stream()
                .filter(step -> step.place().equals(place()))
                .map(Step::outcome)
                .findFirst()
                .orElseThrow();
    }

    private static Place place() {
        return new Section(DEHYDRATION);
    }

    private static Content with(Content content, String dehydration) {
        return new Content(
                content.fields(),
                content.body().stream()
                        .map(
                                passage ->
                                        passage.section().equals(Optional.of(DEHYDRATION))
                                                ? Passage.of(DEHYDRATION, dehydration)
                                                : passage)
                        .toList());
    }

    /** The sections as they stand in the file, from heading to heading. */
    private static Content article(String version) {
        String text =
                read(
                        Path.of(
                                "content-pack/leg-cramps-at-night",
                                version,
                                "articles/what-causes-leg-cramps-at-night.md"));
        List<Passage> body = new ArrayList<>();
        SectionId id = new SectionId("intro");
        int begin = text.indexOf("\n---\n", 4) + 5;
        Matcher heading = HEADING.matcher(text);
        while (heading.find()) {
            body.add(Passage.of(id, text.substring(begin, heading.start())));
            id = new SectionId(heading.group(1));
            begin = heading.start();
        }
        body.add(Passage.of(id, text.substring(begin)));
        return new Content(new TreeMap<>(), body);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
