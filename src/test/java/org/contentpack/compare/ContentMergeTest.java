package org.contentpack.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.contentpack.compare.Choice.KeepLocal;
import org.contentpack.compare.Choice.TakeRelease;
import org.contentpack.compare.Choice.Write;
import org.contentpack.compare.Outcome.Conflict;
import org.contentpack.compare.Outcome.Kept;
import org.contentpack.compare.Outcome.Proposed;
import org.contentpack.compare.Outcome.Same;
import org.contentpack.compare.Outcome.Taken;
import org.contentpack.compare.Place.Field;
import org.contentpack.compare.Place.Order;
import org.contentpack.compare.Place.Section;
import org.contentpack.pack.SectionId;
import org.junit.jupiter.api.Test;

/** The rows of the tables in {@code docs/sync.md}, each with its whole result. */
class ContentMergeTest {

    private static final Optional<String> NONE = Optional.empty();

    // One section, or one field with a text: row by row.

    @Test
    void neitherChangedIsTheSame() {
        Content there = body("a: one two");
        ContentMerge merge = merge(there, there, there);
        assertThat(merge.steps()).containsExactly(section("a", same("one two")), order(same("a")));
        assertThat(merge.result(Map.of())).isEqualTo(there);
        assertThat(merge.ancestor(Map.of(), there)).isEqualTo(Ancestor.of(there));
    }

    @Test
    void onlyTheReleaseChangedIsTaken() {
        Content base = body("a: one two");
        Content ours = body("a: one three");
        ContentMerge merge = merge(base, ours, base);
        assertThat(merge.steps())
                .containsExactly(
                        section("a", new Taken(of("one two"), of("one three"))), order(same("a")));
        assertThat(merge.result(Map.of())).isEqualTo(ours);
        assertThat(merge.ancestor(Map.of(), ours)).isEqualTo(Ancestor.of(ours));
    }

    @Test
    void onlyAnEditorChangedIsKept() {
        Content base = body("a: one two");
        Content theirs = body("a: one three");
        ContentMerge merge = merge(base, base, theirs);
        assertThat(merge.steps())
                .containsExactly(
                        section("a", new Kept(of("one two"), of("one three"))), order(same("a")));
        assertThat(merge.result(Map.of())).isEqualTo(theirs);
        assertThat(merge.ancestor(Map.of(), theirs)).isEqualTo(Ancestor.of(base));
    }

    @Test
    void bothChangedToTheSameIsTheSame() {
        Content now = body("a: one three");
        ContentMerge merge = merge(body("a: one two"), now, now);
        assertThat(merge.steps())
                .containsExactly(section("a", same("one three")), order(same("a")));
        assertThat(merge.result(Map.of())).isEqualTo(now);
        assertThat(merge.ancestor(Map.of(), now)).isEqualTo(Ancestor.of(now));
    }

    @Test
    void bothChangedInDifferentSpotsIsProposed() {
        Content base = body("a: one two three four five");
        Content ours = body("a: ONE two three four five");
        Content theirs = body("a: one two three four FIVE");
        ContentMerge merge = merge(base, ours, theirs);
        Step open =
                section(
                        "a",
                        new Proposed(
                                of("one two three four five"),
                                "ONE two three four five",
                                "one two three four FIVE",
                                "ONE two three four FIVE"));
        assertThat(merge.steps()).containsExactly(open, order(same("a")));
        assertThat(merge.undecided(Map.of())).containsExactly(open);
        assertThat(merge.result(Map.of())).isEqualTo(theirs);
        assertThat(merge.ancestor(Map.of(), theirs)).isEqualTo(Ancestor.of(base));

        Map<Place, Choice> agreed = choose(open, new Write("ONE two three four FIVE"));
        Content merged = body("a: ONE two three four FIVE");
        assertThat(merge.result(agreed)).isEqualTo(merged);
        assertThat(merge.ancestor(agreed, merged)).isEqualTo(Ancestor.of(ours));
    }

    @Test
    void bothChangedInTheSameSpotIsAConflict() {
        Content base = body("a: one two");
        Content ours = body("a: one three");
        Content theirs = body("a: one four");
        ContentMerge merge = merge(base, ours, theirs);
        Step open = section("a", new Conflict(of("one two"), of("one three"), of("one four")));
        assertThat(merge.steps()).containsExactly(open, order(same("a")));
        assertThat(merge.result(Map.of())).isEqualTo(theirs);
        assertThat(merge.ancestor(Map.of(), theirs)).isEqualTo(Ancestor.of(base));

        Map<Place, Choice> keep = choose(open, new KeepLocal());
        assertThat(merge.undecided(keep)).isEmpty();
        assertThat(merge.result(keep)).isEqualTo(theirs);
        assertThat(merge.ancestor(keep, theirs)).isEqualTo(Ancestor.of(ours));

        Map<Place, Choice> take = choose(open, new TakeRelease());
        assertThat(merge.result(take)).isEqualTo(ours);
        assertThat(merge.ancestor(take, ours)).isEqualTo(Ancestor.of(ours));

        Map<Place, Choice> write = choose(open, new Write("one five"));
        assertThat(merge.result(write)).isEqualTo(body("a: one five"));
        assertThat(merge.ancestor(write, body("a: one five"))).isEqualTo(Ancestor.of(ours));
    }

    @Test
    void aFieldWithATextFollowsTheSameRows() {
        Content base = title("Leg cramps at night");
        Content ours = title("Calf cramps at night");
        Content theirs = title("Leg cramps in sleep");
        ContentMerge merge = merge(base, ours, theirs);
        assertThat(merge.steps())
                .containsExactly(
                        field(
                                "title",
                                new Proposed(
                                        of("Leg cramps at night"),
                                        "Calf cramps at night",
                                        "Leg cramps in sleep",
                                        "Calf cramps in sleep")));
        assertThat(merge(base, base, theirs).result(Map.of())).isEqualTo(theirs);
        assertThat(merge(base, ours, base).result(Map.of())).isEqualTo(ours);
    }

    @Test
    void aFieldThatThePlaceDoesNotHaveStaysAway() {
        Content written = title("Title");
        ContentMerge merge =
                ContentMerge.of(
                        new Ancestor(written, Content.EMPTY), written, Content.EMPTY, Map.of());
        assertThat(merge.steps()).containsExactly(field("title", new Same(NONE)));
        assertThat(merge.result(Map.of())).isEqualTo(Content.EMPTY);
        assertThat(merge.ancestor(Map.of(), Content.EMPTY))
                .isEqualTo(new Ancestor(written, Content.EMPTY));
    }

    @Test
    void aFieldThatAnEditorEmptiedAndTheReleaseChangedIsAConflict() {
        ContentMerge merge = merge(title("Old"), title("New"), Content.EMPTY);
        assertThat(merge.steps())
                .containsExactly(field("title", new Conflict(of("Old"), of("New"), NONE)));
    }

    // Terms.

    @Test
    void termsOfBothSidesAreMergedWithoutAPerson() {
        Content base = tags("calf", "night", "old");
        Content ours = tags("calf", "night", "sleep");
        Content theirs = tags("calf", "mine", "old");
        ContentMerge merge = merge(base, ours, theirs);
        assertThat(merge.steps())
                .containsExactly(
                        field("tags", new Taken(of("calf\nmine\nold"), of("calf\nmine\nsleep"))));
        Content merged = tags("calf", "mine", "sleep");
        assertThat(merge.result(Map.of())).isEqualTo(merged);
        assertThat(merge.ancestor(Map.of(), merged)).isEqualTo(Ancestor.of(ours));
    }

    @Test
    void termsOfOneSideAreTakenOrKept() {
        Content base = tags("calf");
        Content other = tags("calf", "sleep");
        assertThat(merge(base, other, base).steps())
                .containsExactly(field("tags", new Taken(of("calf"), of("calf\nsleep"))));
        assertThat(merge(base, base, other).steps())
                .containsExactly(field("tags", new Kept(of("calf"), of("calf\nsleep"))));
        assertThat(merge(base, other, other).steps())
                .containsExactly(field("tags", same("calf\nsleep")));
    }

    @Test
    void termsThatTheReleaseTakesAwayAfterAnEditorDidAreKeptAsTheyAre() {
        ContentMerge merge = merge(tags("a", "b", "c"), tags("a", "c"), tags("a"));
        assertThat(merge.steps()).containsExactly(field("tags", new Kept(of("a\nb\nc"), of("a"))));
        assertThat(merge.result(Map.of())).isEqualTo(tags("a"));
    }

    @Test
    void aTermThatAnEditorAddedWhereThePlaceHadDroppedItStays() {
        ContentMerge merge =
                ContentMerge.of(
                        new Ancestor(tags("a", "b"), tags("a")),
                        tags("a"),
                        tags("a", "b"),
                        Map.of());
        assertThat(merge.result(Map.of())).isEqualTo(tags("a", "b"));
    }

    @Test
    void aFieldOfAnotherKindThanTheReleaseHasIsAConflictAndIsWrittenAsTheRelease() {
        ContentMerge merge =
                merge(Content.EMPTY, tags("a", "b"), fields(Map.of("tags", text("x"))));
        Step open = field("tags", new Conflict(NONE, of("a\nb"), of("x")));
        assertThat(merge.steps()).containsExactly(open);
        assertThat(merge.result(choose(open, new Write(" b \n\nx\n")))).isEqualTo(tags("b", "x"));
    }

    // Sections that are not on every side.

    @Test
    void aSectionOfTheReleaseIsPlacedBehindTheOneItStandsBehindThere() {
        Content base = body("a: 1", "b: 2");
        Content ours = body("first: 0", "a: 1", "new: 3", "newer: 4", "b: 2");
        Content theirs = body("own 1", "a: 1", "own 2", "b: 2", "own 3");
        ContentMerge merge = merge(base, ours, theirs);
        Content result =
                body("own 1", "first: 0", "a: 1", "own 2", "new: 3", "newer: 4", "b: 2", "own 3");
        assertThat(merge.steps())
                .containsExactly(
                        section("first", new Taken(NONE, of("0"))),
                        section("a", same("1")),
                        section("new", new Taken(NONE, of("3"))),
                        section("newer", new Taken(NONE, of("4"))),
                        section("b", same("2")),
                        order(same("first\na\nnew\nnewer\nb")));
        assertThat(merge.result(Map.of())).isEqualTo(result);
        assertThat(merge.ancestor(Map.of(), result)).isEqualTo(Ancestor.of(ours));
    }

    @Test
    void aSectionThatAnEditorDeletedStaysAway() {
        Content base = body("a: 1", "b: 2");
        Content theirs = body("a: 1");
        ContentMerge merge = merge(base, base, theirs);
        assertThat(merge.steps())
                .containsExactly(
                        section("a", same("1")),
                        section("b", new Kept(of("2"), NONE)),
                        order(same("a")));
        assertThat(merge.result(Map.of())).isEqualTo(theirs);
        assertThat(merge.ancestor(Map.of(), theirs)).isEqualTo(Ancestor.of(base));
    }

    @Test
    void aSectionThatAnEditorDeletedAndTheReleaseChangedIsAConflict() {
        Content ours = body("a: 1", "b: 3");
        ContentMerge merge = merge(body("a: 1", "b: 2"), ours, body("a: 1", "own"));
        Step open = section("b", new Conflict(of("2"), of("3"), NONE));
        assertThat(merge.undecided(Map.of())).containsExactly(open);
        assertThat(merge.result(Map.of())).isEqualTo(body("a: 1", "own"));
        assertThat(merge.result(choose(open, new KeepLocal()))).isEqualTo(body("a: 1", "own"));
        assertThat(merge.result(choose(open, new TakeRelease())))
                .isEqualTo(body("a: 1", "own", "b: 3"));
        assertThat(merge.result(choose(open, new Write("4"))))
                .isEqualTo(body("a: 1", "own", "b: 4"));
        assertThat(merge.ancestor(choose(open, new KeepLocal()), body("a: 1", "own")))
                .isEqualTo(Ancestor.of(ours));
    }

    @Test
    void aSectionThatTheReleaseTookAwayGoes() {
        Content base = body("a: 1", "b: 2");
        Content ours = body("a: 1");
        ContentMerge merge = merge(base, ours, base);
        assertThat(merge.steps())
                .containsExactly(
                        section("a", same("1")),
                        section("b", new Taken(of("2"), NONE)),
                        order(same("a")));
        assertThat(merge.result(Map.of())).isEqualTo(ours);
        assertThat(merge.ancestor(Map.of(), ours)).isEqualTo(Ancestor.of(ours));
    }

    @Test
    void aSectionThatTheReleaseTookAwayAndAnEditorChangedIsAConflict() {
        Content base = body("a: 1", "b: 2");
        Content ours = body("a: 1");
        Content theirs = body("a: 1", "b: 3");
        ContentMerge merge = merge(base, ours, theirs);
        Step open = section("b", new Conflict(of("2"), NONE, of("3")));
        assertThat(merge.undecided(Map.of())).containsExactly(open);
        assertThat(merge.result(Map.of())).isEqualTo(theirs);
        assertThat(merge.ancestor(Map.of(), theirs)).isEqualTo(Ancestor.of(base));
        assertThat(merge.result(choose(open, new TakeRelease()))).isEqualTo(ours);
        Map<Place, Choice> keep = choose(open, new KeepLocal());
        assertThat(merge.result(keep)).isEqualTo(theirs);
        assertThat(merge.ancestor(keep, theirs)).isEqualTo(Ancestor.of(ours));
    }

    @Test
    void aSectionThatBothTookAwayIsGone() {
        ContentMerge merge = merge(body("a: 1", "b: 2"), body("a: 1"), body("a: 1"));
        assertThat(merge.steps())
                .containsExactly(
                        section("a", same("1")), section("b", new Same(NONE)), order(same("a")));
        assertThat(merge.result(Map.of())).isEqualTo(body("a: 1"));
    }

    @Test
    void aSectionThatBothAddedIsAConflictWithoutABase() {
        Content ours = body("new: 1", "a: 0");
        Content theirs = body("a: 0", "new: 2");
        ContentMerge merge = merge(body("a: 0"), ours, theirs);
        assertThat(merge.steps())
                .containsExactly(
                        section("a", same("0")),
                        section("new", new Conflict(NONE, of("1"), of("2"))),
                        order(new Kept(of("new\na"), of("a\nnew"))));
        assertThat(merge.result(Map.of())).isEqualTo(theirs);
    }

    @Test
    void withoutAnAncestorEveryDifferenceIsAsked() {
        Content ours = body("a: 1", "b: 2", "c: 3");
        Content theirs = body("c: 3", "own", "a: 1", "b: 9");
        ContentMerge merge = ContentMerge.of(Ancestor.NONE, ours, theirs, Map.of());
        assertThat(merge.steps())
                .containsExactly(
                        section("c", same("3")),
                        section("a", same("1")),
                        section("b", new Conflict(NONE, of("2"), of("9"))),
                        order(new Conflict(NONE, of("a\nb\nc"), of("c\na\nb"))));
        assertThat(merge.result(Map.of())).isEqualTo(theirs);
    }

    // Renamed sections.

    @Test
    void aRenamedSectionIsComparedUnderItsNewId() {
        Content base = body("old: one two three", "b: 2");
        Content ours = body("new: one two FOUR", "b: 2");
        ContentMerge untouched =
                ContentMerge.of(Ancestor.of(base), ours, base, renames("old", "new"));
        assertThat(untouched.steps())
                .containsExactly(
                        section("new", new Taken(of("one two three"), of("one two FOUR"))),
                        section("b", same("2")),
                        order(same("new\nb")));
        assertThat(untouched.result(Map.of())).isEqualTo(ours);

        Content theirs = body("old: ONE two three", "own", "b: 2");
        ContentMerge edited =
                ContentMerge.of(Ancestor.of(base), ours, theirs, renames("old", "new"));
        assertThat(edited.undecided(Map.of()))
                .containsExactly(
                        section(
                                "new",
                                new Proposed(
                                        of("one two three"),
                                        "one two FOUR",
                                        "ONE two three",
                                        "ONE two FOUR")));
        Content result = body("new: ONE two three", "own", "b: 2");
        assertThat(edited.result(Map.of())).isEqualTo(result);
        assertThat(edited.ancestor(Map.of(), result))
                .isEqualTo(Ancestor.of(body("new: one two three", "b: 2")));
    }

    @Test
    void renamesAreFollowedOverReleases() {
        Content ours = body("c: 1");
        ContentMerge merge =
                ContentMerge.of(
                        Ancestor.of(body("a: 1")),
                        ours,
                        body("a: 1"),
                        renames("a", "b", "b", "c", "c", "a"));
        assertThat(merge.steps()).containsExactly(section("c", same("1")), order(same("c")));
        assertThat(merge.result(Map.of())).isEqualTo(ours);
    }

    @Test
    void twoSectionsCanChangeTheirNames() {
        ContentMerge merge =
                ContentMerge.of(
                        Ancestor.of(body("a: 1", "b: 2")),
                        body("b: 1", "a: 2"),
                        body("a: 1", "b: 9"),
                        renames("a", "b", "b", "a"));
        assertThat(merge.result(Map.of())).isEqualTo(body("b: 1", "a: 9"));
        assertThat(merge.undecided(Map.of())).isEmpty();
    }

    @Test
    void aSectionThatTheReleaseJoinedToAnotherIsGoneAndItsEditsAreAsked() {
        ContentMerge merge =
                ContentMerge.of(
                        Ancestor.of(body("a: 1", "b: 2")),
                        body("b: 1 2"),
                        body("a: 9", "b: 2"),
                        renames("a", "b"));
        assertThat(merge.steps())
                .containsExactly(
                        section("a", new Conflict(of("1"), NONE, of("9"))),
                        section("b", new Taken(of("2"), of("1 2"))),
                        order(same("b")));
    }

    @Test
    void aRenameOfASectionThatIsStillThereDoesNotCount() {
        ContentMerge merge =
                ContentMerge.of(
                        Ancestor.of(body("a: 1")),
                        body("a: 1", "b: 2"),
                        body("a: 9"),
                        renames("a", "b"));
        assertThat(merge.result(Map.of())).isEqualTo(body("a: 9", "b: 2"));
    }

    // Moved sections.

    @Test
    void theOrderFollowsTheSideThatMoved() {
        Content base = body("a: 1", "b: 2", "c: 3");
        Content moved = body("c: 3", "a: 1", "b: 2");
        ContentMerge release = merge(base, moved, base);
        assertThat(release.steps())
                .containsExactly(
                        section("c", same("3")),
                        section("a", same("1")),
                        section("b", same("2")),
                        order(new Taken(of("a\nb\nc"), of("c\na\nb"))));
        assertThat(release.result(Map.of())).isEqualTo(moved);
        assertThat(release.ancestor(Map.of(), moved)).isEqualTo(Ancestor.of(moved));

        ContentMerge local = merge(base, base, moved);
        assertThat(local.steps())
                .containsExactly(
                        section("c", same("3")),
                        section("a", same("1")),
                        section("b", same("2")),
                        order(new Kept(of("a\nb\nc"), of("c\na\nb"))));
        assertThat(local.result(Map.of())).isEqualTo(moved);
        assertThat(local.ancestor(Map.of(), moved)).isEqualTo(Ancestor.of(base));

        ContentMerge both = merge(base, moved, moved);
        assertThat(both.undecided(Map.of())).isEmpty();
        assertThat(both.result(Map.of())).isEqualTo(moved);
    }

    @Test
    void ordersThatBothSidesChangedAreAsked() {
        Content base = body("a: 1", "b: 2", "c: 3");
        Content ours = body("c: 3", "a: 1", "b: 2", "new: 4");
        Content theirs = body("b: 2", "own", "a: 1", "c: 3");
        ContentMerge merge = merge(base, ours, theirs);
        Step open = order(new Conflict(of("a\nb\nnew\nc"), of("c\na\nb\nnew"), of("b\nnew\na\nc")));
        assertThat(merge.undecided(Map.of())).containsExactly(open);
        Content undecided = body("b: 2", "own", "new: 4", "a: 1", "c: 3");
        assertThat(merge.result(Map.of())).isEqualTo(undecided);
        Ancestor base2 = merge.ancestor(Map.of(), undecided);
        assertThat(base2).isEqualTo(Ancestor.of(body("a: 1", "b: 2", "new: 4", "c: 3")));
        assertThat(ContentMerge.of(base2, ours, undecided, Map.of()).undecided(Map.of()))
                .containsExactly(open);

        assertThat(merge.result(choose(open, new KeepLocal()))).isEqualTo(undecided);
        assertThat(merge.result(choose(open, new TakeRelease())))
                .isEqualTo(body("c: 3", "a: 1", "b: 2", "own", "new: 4"));
        Map<Place, Choice> write = choose(open, new Write("c\nb\nno id!\nunknown"));
        Content written = body("c: 3", "a: 1", "b: 2", "own", "new: 4");
        assertThat(merge.result(write)).isEqualTo(written);
        assertThat(merge.ancestor(choose(open, new KeepLocal()), undecided))
                .isEqualTo(Ancestor.of(ours));
    }

    // Own passages.

    @Test
    void ownPassagesGoBehindTheNextPassageBeforeThatIsStillThere() {
        Content base = body("a: 1", "b: 2", "c: 3");
        Content ours = body("a: 1", "new: 4", "c: 3");
        Content theirs = body("own 0", "a: 1", "own 1", "b: 2", "own 2", "own 3", "c: 3", "own 4");
        ContentMerge merge = merge(base, ours, theirs);
        assertThat(merge.result(Map.of()))
                .isEqualTo(
                        body(
                                "own 0", "a: 1", "own 1", "own 2", "own 3", "new: 4", "c: 3",
                                "own 4"));
    }

    @Test
    void ownPassagesMoveWithTheirSection() {
        Content base = body("a: 1", "b: 2");
        ContentMerge merge =
                merge(base, body("b: 2", "a: 1"), body("own 0", "a: 1", "own 1", "b: 2", "own 2"));
        assertThat(merge.result(Map.of()))
                .isEqualTo(body("own 0", "b: 2", "own 2", "a: 1", "own 1"));
    }

    @Test
    void ownPassagesStayWhereAllSectionsGo() {
        ContentMerge merge = merge(body("a: 1"), Content.EMPTY, body("own 0", "a: 1", "own 1"));
        assertThat(merge.result(Map.of())).isEqualTo(body("own 0", "own 1"));
    }

    @Test
    void aSplitSectionIsAnEditedSectionAndAnOwnPassage() {
        Content base = body("a: one two three four", "b: 2");
        Content ours = body("a: ONE two three four", "b: 2");
        Content theirs = body("a: one two", "own three four", "b: 2");
        ContentMerge merge = merge(base, ours, theirs);
        Step open =
                section(
                        "a",
                        new Proposed(
                                of("one two three four"),
                                "ONE two three four",
                                "one two",
                                "ONE two"));
        assertThat(merge.undecided(Map.of())).containsExactly(open);
        assertThat(merge.result(choose(open, new Write("ONE two"))))
                .isEqualTo(body("a: ONE two", "own three four", "b: 2"));
    }

    @Test
    void aSectionThatAnEditorJoinedToAnotherStaysAway() {
        Content base = body("a: one", "b: two");
        Content theirs = body("a: one two");
        ContentMerge merge = merge(base, base, theirs);
        assertThat(merge.steps())
                .containsExactly(
                        section("a", new Kept(of("one"), of("one two"))),
                        section("b", new Kept(of("two"), NONE)),
                        order(same("a")));
        assertThat(merge.result(Map.of())).isEqualTo(theirs);
    }

    @Test
    void aReleaseHasNoOwnPassages() {
        assertThatThrownBy(() -> merge(Content.EMPTY, body("a: 1", "own"), Content.EMPTY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ours must have no own passages of editors");
    }

    // A place that changes what is written to it.

    @Test
    void whatAPlaceMakesOfATextIsNoEdit() {
        Content released = body("a: 1 & 2", "b: 3");
        Content stored = body("a: 1 &amp; 2", "b: 3");
        ContentMerge first = ContentMerge.of(Ancestor.NONE, released, Content.EMPTY, Map.of());
        Ancestor known = first.ancestor(Map.of(), stored);
        assertThat(known).isEqualTo(new Ancestor(released, stored));

        ContentMerge again = ContentMerge.of(known, released, stored, Map.of());
        assertThat(again.steps())
                .containsExactly(
                        section("a", same("1 &amp; 2")),
                        section("b", same("3")),
                        order(same("a\nb")));
        assertThat(again.result(Map.of())).isEqualTo(stored);
        assertThat(again.ancestor(Map.of(), stored)).isEqualTo(known);
    }

    @Test
    void whatAPlaceMakesOfAnUnchangedTextWhenItIsWrittenAgainIsNoEdit() {
        Content released = body("a: 1 & 2");
        Content stored = body("a: 1 &amp; 2");
        Content storedAgain = body("a: 1 &#38; 2");
        ContentMerge merge =
                ContentMerge.of(new Ancestor(released, stored), released, stored, Map.of());
        assertThat(merge.ancestor(Map.of(), storedAgain))
                .isEqualTo(new Ancestor(released, storedAgain));
    }

    @Test
    void anEditThatIsTakenBackIsNoEdit() {
        Content released = body("a: 1 & 2");
        Content stored = body("a: 1 &amp; 2");
        Ancestor known = new Ancestor(released, stored);
        Content edited = body("a: 1 &amp; 3");
        ContentMerge merge = ContentMerge.of(known, released, edited, Map.of());
        assertThat(merge.ancestor(Map.of(), edited)).isEqualTo(known);
    }

    @Test
    void aPlaceThatOrdersByItselfHasMovedNothing() {
        Content released = body("b: 2", "a: 1");
        Content stored = body("a: 1", "b: 2");
        ContentMerge first = ContentMerge.of(Ancestor.NONE, released, Content.EMPTY, Map.of());
        Ancestor known = first.ancestor(Map.of(), stored);
        assertThat(known).isEqualTo(new Ancestor(released, stored));
        ContentMerge again = ContentMerge.of(known, released, stored, Map.of());
        assertThat(again.steps())
                .containsExactly(
                        section("a", same("1")), section("b", same("2")), order(same("a\nb")));
        assertThat(again.ancestor(Map.of(), stored)).isEqualTo(known);
    }

    @Test
    void aChoiceWhereNothingIsOpenHasNoEffect() {
        Content base = body("a: 1");
        Content theirs = body("a: 2");
        ContentMerge merge = merge(base, base, theirs);
        Map<Place, Choice> stale = Map.of(new Section(new SectionId("a")), new TakeRelease());
        assertThat(merge.result(stale)).isEqualTo(theirs);
        assertThat(merge.ancestor(stale, theirs)).isEqualTo(Ancestor.of(base));
    }

    @Test
    void aChoiceOfAnOrderThatIsNotOpenHasNoEffect() {
        Content base = body("a: 1", "b: 2");
        Content theirs = body("b: 2", "a: 1");
        ContentMerge merge = merge(base, base, theirs);
        Map<Place, Choice> stale = Map.of(new Order(), new TakeRelease());
        assertThat(merge.result(stale)).isEqualTo(theirs);
        assertThat(merge.ancestor(stale, theirs)).isEqualTo(Ancestor.of(base));
    }

    private static ContentMerge merge(Content base, Content ours, Content theirs) {
        return ContentMerge.of(Ancestor.of(base), ours, theirs, Map.of());
    }

    /** Passages, those with an id as {@code id: text}; the others are own ones. */
    private static Content body(String... passages) {
        List<Passage> body = new ArrayList<>();
        for (String passage : passages) {
            int colon = passage.indexOf(": ");
            body.add(
                    colon < 0
                            ? Passage.own(passage)
                            : Passage.of(
                                    new SectionId(passage.substring(0, colon)),
                                    passage.substring(colon + 2)));
        }
        return new Content(new TreeMap<>(), body);
    }

    private static Content title(String title) {
        return fields(Map.of("title", text(title)));
    }

    private static Content tags(String... tags) {
        return fields(Map.of("tags", new Value.Terms(new TreeSet<>(List.of(tags)))));
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }

    private static Content fields(Map<String, Value> fields) {
        return new Content(new TreeMap<>(fields), List.of());
    }

    private static Map<SectionId, SectionId> renames(String... ids) {
        Map<SectionId, SectionId> renames = new TreeMap<>();
        for (int i = 0; i < ids.length; i += 2) {
            renames.put(new SectionId(ids[i]), new SectionId(ids[i + 1]));
        }
        return renames;
    }

    private static Map<Place, Choice> choose(Step step, Choice choice) {
        return Map.of(step.place(), choice);
    }

    private static Step section(String id, Outcome outcome) {
        return new Step(new Section(new SectionId(id)), outcome);
    }

    private static Step field(String name, Outcome outcome) {
        return new Step(new Field(name), outcome);
    }

    private static Step order(Outcome outcome) {
        return new Step(new Order(), outcome);
    }

    private static Outcome same(String text) {
        return new Same(of(text));
    }

    private static Optional<String> of(String text) {
        return Optional.of(text);
    }
}
