package org.contentpack.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contentpack.compare.Outcome.Proposed;
import org.contentpack.compare.Outcome.Taken;
import org.contentpack.pack.SectionId;
import org.junit.jupiter.api.Test;

/**
 * What holds for every merge, tried on contents and edits made at random from written-down seeds.
 */
class ContentMergePropertyTest {

    private static final int CASES = 2_000;
    private static final Pattern FRESH = Pattern.compile("fresh\\d+");

    /** A place that stores what it is given. */
    private static final UnaryOperator<String> AS_IS = UnaryOperator.identity();

    /** A place that writes texts in its own form, the same each time. */
    private static final UnaryOperator<String> OWN_FORM =
            text -> text.replaceAll("\\bthe\\b", "The").replace(" </p>", "</p>");

    /** Three contents that belong together. */
    private record Case(
            RandomEdits random,
            UnaryOperator<String> form,
            Ancestor base,
            Content ours,
            Content theirs,
            Map<SectionId, SectionId> renames) {

        static Case of(long seed, UnaryOperator<String> form) {
            RandomEdits random = new RandomEdits(seed);
            Content written = random.content();
            Map<SectionId, SectionId> renames = new HashMap<>();
            Content ours = random.release(written, renames);
            Content read = stored(written, form);
            return new Case(
                    random,
                    form,
                    new Ancestor(written, read),
                    ours,
                    stored(random.local(read), form),
                    renames);
        }

        ContentMerge merge() {
            return ContentMerge.of(base, ours, theirs, renames);
        }
    }

    private static void forAll(long seed, Consumer<Case> property) {
        for (long i = 0; i < CASES; i++) {
            Case as = Case.of(seed + i, i % 2 == 0 ? AS_IS : OWN_FORM);
            try {
                property.accept(as);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + (seed + i) + "\n" + as, e);
            }
        }
    }

    @Test
    void withoutAnEditTheResultIsTheRelease() {
        forAll(
                1_000_000,
                c -> {
                    Ancestor base = Ancestor.of(c.base.written());
                    ContentMerge merge = ContentMerge.of(base, c.ours, base.read(), c.renames);
                    assertThat(merge.undecided(Map.of())).isEmpty();
                    assertThat(merge.result(Map.of())).isEqualTo(c.ours);
                });
    }

    @Test
    void withoutAReleaseTheResultIsTheEditorsText() {
        forAll(
                2_000_000,
                c -> {
                    ContentMerge merge =
                            ContentMerge.of(c.base, c.base.written(), c.theirs, Map.of());
                    assertThat(merge.undecided(Map.of())).isEmpty();
                    assertThat(merge.result(Map.of())).isEqualTo(c.theirs);
                });
    }

    @Test
    void theSameChangeOnBothSidesIsNotAsked() {
        forAll(
                3_000_000,
                c -> {
                    ContentMerge merge = ContentMerge.of(c.base, c.ours, c.ours, c.renames);
                    assertThat(merge.undecided(Map.of())).isEmpty();
                    assertThat(merge.result(Map.of())).isEqualTo(c.ours);
                });
    }

    @Test
    void everyAddedWordIsInTheResultOrInAnOpenStep() {
        forAll(
                4_000_000,
                c -> {
                    ContentMerge merge = c.merge();
                    Map<Place, Choice> agreed = new HashMap<>();
                    Set<String> found = new TreeSet<>();
                    for (Step step : merge.undecided(Map.of())) {
                        if (step.outcome() instanceof Proposed proposed) {
                            agreed.put(step.place(), new Choice.Write(proposed.text()));
                        } else {
                            found.addAll(fresh(step.outcome().toString()));
                        }
                    }
                    found.addAll(fresh(merge.result(agreed).toString()));
                    Set<String> added = fresh(c.ours.toString());
                    added.addAll(fresh(c.theirs.toString()));
                    assertThat(found).containsAll(added);
                });
    }

    @Test
    void theCasesReachEveryOutcomeOfEveryKindOfPlace() {
        Set<String> reached = new TreeSet<>();
        forAll(
                4_000_000,
                c -> {
                    for (Step step : c.merge().steps()) {
                        reached.add(
                                step.place().getClass().getSimpleName()
                                        + " "
                                        + step.outcome().getClass().getSimpleName());
                    }
                });
        assertThat(reached)
                .containsExactly(
                        "Field Conflict",
                        "Field Kept",
                        "Field Proposed",
                        "Field Same",
                        "Field Taken",
                        "Order Conflict",
                        "Order Kept",
                        "Order Same",
                        "Order Taken",
                        "Section Conflict",
                        "Section Kept",
                        "Section Proposed",
                        "Section Same",
                        "Section Taken");
    }

    @Test
    void theSameThreeGiveTheSame() {
        forAll(
                5_000_000,
                c -> {
                    ContentMerge again =
                            ContentMerge.of(c.base, c.ours, c.theirs, new TreeMap<>(c.renames));
                    assertThat(again).isEqualTo(c.merge());
                    assertThat(again.result(Map.of())).isEqualTo(c.merge().result(Map.of()));
                });
    }

    @Test
    void mergingAgainChangesNothingAndAsksOnlyWhatIsOpen() {
        forAll(
                6_000_000,
                c -> {
                    ContentMerge merge = c.merge();
                    Map<Place, Choice> choices = c.random.choices(merge.steps());
                    Content stands = stored(merge.result(choices), c.form);
                    Ancestor base = merge.ancestor(choices, stands);
                    ContentMerge again = ContentMerge.of(base, c.ours, stands, c.renames);
                    assertThat(again.undecided(Map.of())).isEqualTo(merge.undecided(choices));
                    assertThat(again.result(Map.of())).isEqualTo(stands);
                    assertThat(again.steps()).noneMatch(step -> step.outcome() instanceof Taken);
                    assertThat(again.ancestor(Map.of(), stands)).isEqualTo(base);
                });
    }

    @Test
    void whatIsUndecidedStaysAsItStands() {
        forAll(
                7_000_000,
                c -> {
                    ContentMerge merge = c.merge();
                    Content result = merge.result(Map.of());
                    for (Step step : merge.undecided(Map.of())) {
                        if (step.place() instanceof Place.Section place) {
                            assertThat(result.section(place.section()))
                                    .isEqualTo(merge.theirs().section(place.section()));
                        } else if (step.place() instanceof Place.Field place) {
                            assertThat(result.field(place.name()))
                                    .isEqualTo(c.theirs.field(place.name()));
                        }
                    }
                });
    }

    @Test
    void ownPassagesStayBehindWhatTheyStoodBehind() {
        forAll(
                8_000_000,
                c -> {
                    ContentMerge merge = c.merge();
                    Map<Place, Choice> choices = c.random.choices(merge.steps());
                    Content result = merge.result(choices);
                    assertThat(anchored(result, Arrangement.sections(result)))
                            .isEqualTo(anchored(merge.theirs(), Arrangement.sections(result)));
                });
    }

    @Test
    void ownPassagesKeepTheirOrderWhereNothingIsMoved() {
        forAll(
                12_000_000,
                c -> {
                    ContentMerge merge = c.merge();
                    List<Step> steps = merge.steps();
                    boolean moved =
                            !steps.isEmpty()
                                    && steps.get(steps.size() - 1).outcome() instanceof Taken;
                    if (!moved) {
                        assertThat(own(merge.result(Map.of()))).isEqualTo(own(c.theirs));
                    }
                });
    }

    @Test
    void withoutAnAncestorNothingOfTheEditorsIsWrittenOver() {
        forAll(
                13_000_000,
                c -> {
                    ContentMerge merge = ContentMerge.of(Ancestor.NONE, c.ours, c.theirs, Map.of());
                    Content result = merge.result(Map.of());
                    List<Passage> local = new ArrayList<>(result.body());
                    local.retainAll(c.theirs.body());
                    assertThat(local).isEqualTo(c.theirs.body());
                    assertThat(Arrangement.sections(result))
                            .containsAll(Arrangement.sections(c.ours));
                });
    }

    @Test
    void aSecondReleaseFindsTheEditorsWordsToo() {
        forAll(
                9_000_000,
                c -> {
                    ContentMerge merge = c.merge();
                    Map<Place, Choice> choices = c.random.choices(merge.steps());
                    Content stands = stored(merge.result(choices), c.form);
                    Ancestor base = merge.ancestor(choices, stands);
                    Map<SectionId, SectionId> renames = new HashMap<>(c.renames);
                    Content next = c.random.release(c.ours, renames);
                    ContentMerge second = ContentMerge.of(base, next, stands, renames);
                    Set<String> found = fresh(second.result(Map.of()).toString());
                    found.addAll(fresh(second.undecided(Map.of()).toString()));
                    Set<String> local = fresh(c.theirs.toString());
                    local.retainAll(fresh(stands.toString()));
                    assertThat(found).containsAll(local);
                });
    }

    /** The content as a place has it after it was written there. */
    private static Content stored(Content content, UnaryOperator<String> form) {
        NavigableMap<String, Value> fields = new TreeMap<>(content.fields());
        fields.replaceAll(
                (name, value) ->
                        value instanceof Value.Text text
                                ? new Value.Text(form.apply(text.text()))
                                : value);
        List<Passage> body = new ArrayList<>(content.body());
        body.replaceAll(passage -> new Passage(passage.section(), form.apply(passage.text())));
        return new Content(fields, body);
    }

    private static Set<String> fresh(String text) {
        return FRESH.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Passage> own(Content content) {
        return content.body().stream().filter(p -> p.section().isEmpty()).toList();
    }

    /** The own passages by the last of some sections before them. */
    private static Map<Optional<SectionId>, List<String>> anchored(
            Content content, Set<SectionId> sections) {
        Map<Optional<SectionId>, List<String>> anchored = new HashMap<>();
        Optional<SectionId> behind = Optional.empty();
        for (Passage passage : content.body()) {
            if (passage.section().isEmpty()) {
                anchored.computeIfAbsent(behind, unused -> new ArrayList<>()).add(passage.text());
            } else if (passage.section().filter(sections::contains).isPresent()) {
                behind = passage.section();
            }
        }
        return anchored;
    }
}
