package org.contentpack.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.sync.SyncFixture.GARDEN;
import static org.contentpack.sync.SyncFixture.LEG_CRAMPS;
import static org.contentpack.sync.SyncFixture.SITE;
import static org.contentpack.sync.SyncFixture.actions;
import static org.contentpack.sync.SyncFixture.changed;
import static org.contentpack.sync.SyncFixture.garden;
import static org.contentpack.sync.SyncFixture.states;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.contentpack.BadInput;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.compare.Choice;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.compare.Place;
import org.contentpack.compare.Step;
import org.contentpack.compare.Value;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.ChangeKind;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Language;
import org.contentpack.pack.SectionId;
import org.contentpack.registry.Actor;
import org.contentpack.registry.TestPack;
import org.contentpack.registry.Withdrawal;
import org.contentpack.version.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine promises editors, over a CMS in memory and a store on H2. */
class SyncTest {

    private static final ItemKey ENGLISH =
            new ItemKey(
                    LEG_CRAMPS,
                    new ArticleId("what-causes-leg-cramps-at-night"),
                    new Language("en"));

    private static final ItemKey MINT =
            new ItemKey(GARDEN, new ArticleId("keeping-mint"), new Language("en"));

    @TempDir Path folder;

    private final MemoryCms cms = new MemoryCms();
    private SyncFixture it;

    @BeforeEach
    void open() throws IOException {
        it = SyncFixture.in(folder, cms);
    }

    @AfterEach
    void close() {
        it.close();
    }

    private static Place section(String id) {
        return new Place.Section(new SectionId(id));
    }

    private static String text(Item item, String section) {
        return item.content().section(new SectionId(section)).orElse("(not there)");
    }

    @Test
    void theDemonstration() throws IOException {
        it.publishLegCramps("1.0.0");
        it.apply(it.plan(LEG_CRAMPS, "1.0.0"));
        String post = cms.only().id();
        cms.editSection(
                post,
                "pregnancy",
                text ->
                        text.replace(
                                "- Exercise.", "- Exercise, for example in our Tuesday class."));
        cms.editSection(
                post,
                "dehydration",
                text ->
                        text.replace(
                                "You are dehydrated when your body has too little fluid for its"
                                        + " functions.",
                                "You are dehydrated when you drink less than your body needs."));
        cms.addOwn(post, 3, "Our clinic is open on Saturdays.");
        it.publishLegCramps("1.1.0");

        Plan plan = it.plan(LEG_CRAMPS, "1.1.0");

        assertThat(actions(plan))
                .containsExactly(
                        "what-causes-leg-cramps-at-night/en conflict",
                        "what-causes-leg-cramps-at-night/es create");
        assertThat(plan.item(ENGLISH).orElseThrow().undecided())
                .extracting(Step::place)
                .containsExactly(section("dehydration"));

        Plan decided = it.decide(plan, ENGLISH, section("dehydration"), new Choice.KeepLocal());
        Run run = it.apply(decided);

        assertThat(states(run))
                .containsExactly(
                        "what-causes-leg-cramps-at-night/en done",
                        "what-causes-leg-cramps-at-night/es done");
        Item upgraded = cms.item(post).orElseThrow();
        assertThat(text(upgraded, "pregnancy")).contains("our Tuesday class");
        assertThat(text(upgraded, "dehydration")).contains("you drink less than your body needs");
        assertThat(text(upgraded, "during-a-cramp")).contains("Take these steps in order");
        assertThat(text(upgraded, "muscle-fatigue")).contains("Warm up properly before you start.");
        assertThat(upgraded.content().body())
                .contains(Passage.own("Our clinic is open on Saturdays."));
        assertThat(upgraded.marks().map(Marks::version)).contains(new Version("1.1.0"));

        int writes = cms.writes();
        Plan again = it.plan(LEG_CRAMPS, "1.1.0");
        it.apply(again);
        assertThat(actions(again))
                .containsExactly(
                        "what-causes-leg-cramps-at-night/en keep",
                        "what-causes-leg-cramps-at-night/es unchanged");
        assertThat(cms.writes()).isEqualTo(writes);

        it.undo(run);
        Item back = cms.item(post).orElseThrow();
        assertThat(text(back, "pregnancy")).contains("our Tuesday class");
        assertThat(text(back, "muscle-fatigue")).contains("Warm up properly.");
        assertThat(text(back, "during-a-cramp")).isEqualTo("(not there)");
        assertThat(back.content().body()).contains(Passage.own("Our clinic is open on Saturdays."));
        assertThat(back.marks().map(Marks::version)).contains(new Version("1.0.0"));
    }

    @Test
    void unreviewedHealthTextsArriveAsDraftsAndOthersAsConfigured() throws IOException {
        it.publishLegCramps("1.0.0");
        it.publish(garden());

        it.apply(it.plan(LEG_CRAMPS, "1.0.0"));
        it.apply(it.plan(GARDEN, "1.0.0"));

        assertThat(cms.all())
                .extracting(i -> i.marks().orElseThrow().key().article() + " " + i.status().id())
                .containsExactlyInAnyOrder(
                        "what-causes-leg-cramps-at-night draft",
                        "growing-basil live",
                        "keeping-mint live");
    }

    @Test
    void applyingTwiceWritesNothing() throws IOException {
        it.publish(garden());
        it.apply(it.plan(GARDEN, "1.0.0"));
        int writes = cms.writes();

        Run run = it.apply(it.plan(GARDEN, "1.0.0"));

        assertThat(states(run))
                .containsExactly("growing-basil/en unchanged", "keeping-mint/en unchanged");
        assertThat(cms.writes()).isEqualTo(writes).isEqualTo(2);
    }

    @Test
    void aPlanThatNoLongerHoldsIsRefused() throws IOException {
        it.publish(garden());
        it.apply(it.plan(GARDEN, "1.0.0"));
        it.publish(moistMint("1.0.1"));
        Plan plan = it.plan(GARDEN, "1.0.1");
        cms.editSection(cms.of("keeping-mint").id(), "watering", text -> "Water it.\n");
        String before = cms.state();

        assertThat(it.sync.apply(plan.id(), plan.digest(), "tester"))
                .isEqualTo(
                        new Sync.ApplyResult.Stale(
                                "The CMS or the release's status has changed since the plan was"
                                        + " made."));
        assertThat(cms.state()).isEqualTo(before);
    }

    @Test
    void aPlanIsAppliedOnce() throws IOException {
        it.publish(garden());
        Plan plan = it.plan(GARDEN, "1.0.0");
        Run run = it.apply(plan);

        assertThat(it.sync.apply(plan.id(), plan.digest(), "tester"))
                .isEqualTo(new Sync.ApplyResult.Applied(run.id()));
    }

    @Test
    void whatIsNotDecidedStaysLocalAndIsAskedAgain() throws IOException {
        it.publish(garden());
        it.apply(it.plan(GARDEN, "1.0.0"));
        String mint = cms.of("keeping-mint").id();
        cms.editSection(mint, "watering", text -> text.replace("moist", "damp at all times"));
        it.publish(moistMint("1.0.1"));

        Run run = it.apply(it.plan(GARDEN, "1.0.1"));

        assertThat(states(run))
                .containsExactly("growing-basil/en done", "keeping-mint/en unchanged");
        assertThat(text(cms.of("keeping-mint"), "watering")).contains("damp at all times");
        assertThat(cms.of("keeping-mint").marks().map(Marks::version))
                .contains(new Version("1.0.0"));
        Plan again = it.plan(GARDEN, "1.0.1");
        assertThat(actions(again))
                .containsExactly("growing-basil/en unchanged", "keeping-mint/en conflict");
        assertThat(it.sync.fleet(SyncStore.Filter.ALL))
                .extracting(
                        e -> e.installation().key().article() + " " + e.installation().openSteps())
                .containsExactly("growing-basil 0", "keeping-mint 1");
    }

    @Test
    void aDecisionIsRememberedUntilTheReleaseChangesThereAgain() throws IOException {
        it.publish(garden());
        it.apply(it.plan(GARDEN, "1.0.0"));
        String mint = cms.of("keeping-mint").id();
        cms.editSection(mint, "watering", text -> text.replace("moist", "damp at all times"));
        it.publish(moistMint("1.0.1"));
        it.decide(it.plan(GARDEN, "1.0.1"), MINT, section("watering"), new Choice.KeepLocal());

        Plan another = it.plan(GARDEN, "1.0.1");
        assertThat(another.item(MINT).orElseThrow().undecided()).isEmpty();
        it.apply(another);
        assertThat(actions(it.plan(GARDEN, "1.0.1")))
                .containsExactly("growing-basil/en unchanged", "keeping-mint/en keep");

        it.publish(changed(moistMint("1.0.2"), "articles/keeping-mint.md", "wet", "very wet"));
        assertThat(it.plan(GARDEN, "1.0.2").item(MINT).orElseThrow().undecided())
                .extracting(Step::place)
                .containsExactly(section("watering"));
    }

    @Test
    void aDecisionToReplaceDoesNotHoldForAnotherLocalText() throws IOException {
        it.publish(garden());
        it.apply(it.plan(GARDEN, "1.0.0"));
        String mint = cms.of("keeping-mint").id();
        cms.editSection(mint, "watering", text -> text.replace("moist", "damp"));
        it.publish(moistMint("1.0.1"));
        it.decide(it.plan(GARDEN, "1.0.1"), MINT, section("watering"), new Choice.TakeRelease());
        cms.editSection(mint, "watering", text -> text + "Ask Anna.\n");

        assertThat(it.plan(GARDEN, "1.0.1").item(MINT).orElseThrow().undecided())
                .extracting(Step::place)
                .containsExactly(section("watering"));
    }

    @Test
    void decisionsMakeAnotherPlanAndAreHeldToTheOneThatWasSeen() throws IOException {
        it.publish(garden());
        it.apply(it.plan(GARDEN, "1.0.0"));
        cms.editSection(
                cms.of("keeping-mint").id(), "watering", text -> text.replace("moist", "damp"));
        it.publish(moistMint("1.0.1"));
        Plan plan = it.plan(GARDEN, "1.0.1");
        Plan decided = it.decide(plan, MINT, section("watering"), new Choice.Write("Water it.\n"));

        assertThat(decided.digest()).isNotEqualTo(plan.digest());
        assertThat(it.sync.decide(plan.id(), plan.digest(), List.of(), "tester"))
                .isEqualTo(new Sync.DecideResult.Stale(decided));
        assertThat(it.sync.apply(plan.id(), plan.digest(), "tester"))
                .isInstanceOf(Sync.ApplyResult.Stale.class);
        assertThat(
                        it.sync.decide(
                                plan.id(),
                                decided.digest(),
                                List.of(
                                        new Sync.Wanted(
                                                MINT,
                                                section("own-pot"),
                                                new Choice.KeepLocal(),
                                                "A. Editor",
                                                "why not")),
                                "tester"))
                .isEqualTo(new Sync.DecideResult.NoSuchStep(MINT, section("own-pot")));

        it.apply(decided);
        assertThat(text(cms.of("keeping-mint"), "watering")).isEqualTo("Water it.\n");
        assertThat(actions(it.plan(GARDEN, "1.0.1")))
                .containsExactly("growing-basil/en unchanged", "keeping-mint/en keep");
    }

    @Test
    void aDeletedItemStaysAwayUntilAPersonWantsItBack() throws IOException {
        it.publish(garden());
        it.apply(it.plan(GARDEN, "1.0.0"));
        cms.delete(cms.of("keeping-mint").id());

        assertThat(actions(it.plan(GARDEN, "1.0.0")))
                .containsExactly("growing-basil/en unchanged", "keeping-mint/en keep");
        it.publish(moistMint("1.0.1"));
        Plan plan = it.plan(GARDEN, "1.0.1");
        assertThat(actions(plan))
                .containsExactly("growing-basil/en update", "keeping-mint/en conflict");
        it.apply(plan);
        assertThat(cms.all()).hasSize(1);

        Plan wanted = it.decideAll(it.plan(GARDEN, "1.0.1"), new Choice.TakeRelease());
        it.apply(wanted);
        assertThat(text(cms.of("keeping-mint"), "watering")).contains("Keep the soil wet.");
        assertThat(actions(it.plan(GARDEN, "1.0.1")))
                .containsExactly("growing-basil/en unchanged", "keeping-mint/en unchanged");
    }

    @Test
    void anItemInTheTrashComesBackAsADraft() throws IOException {
        it.publish(garden());
        it.apply(it.plan(GARDEN, "1.0.0"));
        String mint = cms.of("keeping-mint").id();
        cms.setStatus(mint, ItemStatus.TRASHED);
        it.publish(moistMint("1.0.1"));

        it.apply(it.decideAll(it.plan(GARDEN, "1.0.1"), new Choice.TakeRelease()));

        assertThat(cms.of("keeping-mint").id()).isEqualTo(mint);
        assertThat(cms.of("keeping-mint").status()).isEqualTo(ItemStatus.DRAFT);
        assertThat(text(cms.of("keeping-mint"), "watering")).contains("Keep the soil wet.");
    }

    @Test
    void aCopyIsLeftAlone() throws IOException {
        it.publish(garden());
        it.apply(it.plan(GARDEN, "1.0.0"));
        Item copy = cms.copy(cms.of("keeping-mint").id());
        it.publish(moistMint("1.0.1"));

        Plan plan = it.plan(GARDEN, "1.0.1");
        it.apply(plan);

        assertThat(plan.item(MINT).orElseThrow().notes())
                .containsExactly("Item " + copy.id() + " is a copy of this one and is left alone.");
        assertThat(cms.item(copy.id())).contains(copy);
        assertThat(it.sync.drift(SITE))
                .extracting(d -> d.item() + " " + d.state().id())
                .containsExactly(copy.id() + " copy");
    }

    @Test
    void anItemThatLostItsMarksGetsThemBack() throws IOException {
        it.publish(garden());
        it.apply(it.plan(GARDEN, "1.0.0"));
        String mint = cms.of("keeping-mint").id();
        cms.dropMarks(mint);

        it.apply(it.plan(GARDEN, "1.0.0"));

        assertThat(cms.of("keeping-mint").id()).isEqualTo(mint);
        assertThat(cms.all()).hasSize(2);
    }

    @Test
    void anItemOfAForgottenInstallationIsFoundByItsMarks() throws IOException {
        it.publish(garden());
        it.apply(it.plan(GARDEN, "1.0.0"));
        cms.editSection(cms.of("keeping-mint").id(), "own-pot", text -> text + "Ask Anna.\n");
        it.close();
        try (SyncFixture other = SyncFixture.in(folder.resolve("other"), cms)) {
            other.publish(garden());
            other.publish(moistMint("1.0.1"));

            other.apply(other.plan(GARDEN, "1.0.1"));

            assertThat(cms.all()).hasSize(2);
            assertThat(text(cms.of("keeping-mint"), "own-pot")).contains("Ask Anna.");
            assertThat(text(cms.of("keeping-mint"), "watering")).contains("Keep the soil wet.");
        }
    }

    @Test
    void anArticleThatWasWithdrawnIsRetiredByAPersonAndBroughtBackByUndo() throws IOException {
        it.publish(garden());
        it.apply(it.plan(GARDEN, "1.0.0"));
        withdrawMint("1.0.0");

        Plan plan = it.plan(GARDEN, "1.0.0");
        assertThat(actions(plan))
                .containsExactly("growing-basil/en unchanged", "keeping-mint/en retire");
        assertThat(plan.item(MINT).orElseThrow().notes())
                .containsExactly("The article was withdrawn (error): Wrong dose.");
        it.apply(plan);
        assertThat(cms.of("keeping-mint").status()).isEqualTo(ItemStatus.LIVE);

        Run run = it.apply(it.decideAll(it.plan(GARDEN, "1.0.0"), new Choice.TakeRelease()));
        assertThat(cms.of("keeping-mint").status()).isEqualTo(ItemStatus.DRAFT);
        assertThat(actions(it.plan(GARDEN, "1.0.0"))).containsExactly("growing-basil/en unchanged");

        it.undo(run);
        assertThat(cms.of("keeping-mint").status()).isEqualTo(ItemStatus.LIVE);
    }

    @Test
    void untouchedItemsAreRetiredWithoutAskingWhereTheTargetSaysSo() throws IOException {
        it.close();
        it = SyncFixture.in(folder, cms, SyncFixture.target(new UpdatePolicy.Ask(), true));
        it.publish(garden());
        it.apply(it.plan(GARDEN, "1.0.0"));
        withdrawMint("1.0.0");

        it.apply(it.plan(GARDEN, "1.0.0"));

        assertThat(cms.of("keeping-mint").status()).isEqualTo(ItemStatus.DRAFT);
        assertThat(it.sync.fleet(SyncStore.Filter.ALL))
                .extracting(
                        e ->
                                e.installation().key().article()
                                        + " "
                                        + e.installation().state().id()
                                        + " "
                                        + e.withdrawn().orElse("-")
                                        + " "
                                        + e.status().map(ItemStatus::id).orElse("-"))
                .containsExactly("growing-basil linked - live", "keeping-mint retired error draft");
    }

    @Test
    void aTranslationThatLacksASafetyChangeIsRetiredUntilItIsTranslatedAnew() throws IOException {
        ItemKey spanish = new ItemKey(GARDEN, new ArticleId("knots"), new Language("es"));
        TestPack first =
                new TestPack("garden-notes", "1.0.0").article("knots", "en", "Knots", "", "A.");
        Digest source = first.source("knots");
        it.publish(first.article("knots", "es", "Nudos", "", "Es.").files());
        it.publish(
                new TestPack("garden-notes", "1.1.0")
                        .article("knots", "en", "Knots", "", "B.")
                        .note("safety", "knots")
                        .staleTranslation("knots", "es", "Es.", source)
                        .files());
        it.publish(
                new TestPack("garden-notes", "1.1.1")
                        .article("knots", "en", "Knots", "", "B.")
                        .article("knots", "es", "Nudos", "", "Es, b.")
                        .files());
        it.apply(it.plan(GARDEN, "1.0.0"));

        Plan plan = it.plan(GARDEN, "1.1.0");

        assertThat(actions(plan)).containsExactly("knots/en update", "knots/es retire");
        assertThat(plan.item(spanish).orElseThrow().notes())
                .containsExactly(
                        "The translation lacks a safety change of its source, and is held back"
                                + " until it is translated anew.");
        it.apply(it.decideAll(plan, new Choice.TakeRelease()));
        assertThat(actions(it.plan(GARDEN, "1.1.0"))).containsExactly("knots/en unchanged");
        assertThat(actions(it.plan(GARDEN, "1.1.1")))
                .containsExactly("knots/es update", "knots/en update");
    }

    @Test
    void theFleetTellsWhatReadersSeeAfterAnApplyAndWhenTheCmsWasReadAgain() throws IOException {
        it.publish(garden());
        it.apply(it.plan(GARDEN, "1.0.0"));
        assertThat(statuses()).containsExactly("growing-basil live", "keeping-mint live");

        cms.move(cms.of("keeping-mint"), ItemStatus.TRASHED);
        assertThat(statuses()).containsExactly("growing-basil live", "keeping-mint live");
        it.sync.drift(SITE);
        assertThat(statuses()).containsExactly("growing-basil live", "keeping-mint trashed");
    }

    private List<String> statuses() throws IOException {
        return it.sync.fleet(SyncStore.Filter.ALL).stream()
                .map(
                        e ->
                                e.installation().key().article()
                                        + " "
                                        + e.status().map(ItemStatus::id).orElse("-"))
                .toList();
    }

    @Test
    void touchedItemsAreNotRetiredWithoutAsking() throws IOException {
        it.close();
        it = SyncFixture.in(folder, cms, SyncFixture.target(new UpdatePolicy.Ask(), true));
        it.publish(garden());
        it.apply(it.plan(GARDEN, "1.0.0"));
        cms.addOwn(cms.of("keeping-mint").id(), 0, "Ask Anna.");
        withdrawMint("1.0.0");

        it.apply(it.plan(GARDEN, "1.0.0"));

        assertThat(cms.of("keeping-mint").status()).isEqualTo(ItemStatus.LIVE);
    }

    private void withdrawMint(String version) throws IOException {
        it.registry
                .withdrawals()
                .withdraw(
                        GARDEN,
                        new Version(version),
                        Optional.of(new ArticleId("keeping-mint")),
                        new Withdrawal(
                                Withdrawal.Kind.ERROR,
                                Optional.of("Wrong dose."),
                                Optional.empty()),
                        Actor.BUILT_IN);
    }

    @Test
    void undoLeavesAloneWhatSomebodyChangedSince() throws IOException {
        it.publish(garden());
        it.apply(it.plan(GARDEN, "1.0.0"));
        it.publish(
                changed(
                        moistMint("1.0.1"),
                        "articles/keeping-mint.md",
                        "Leave the rim above the soil.",
                        "Leave the rim two fingers above the soil."));
        Run run = it.apply(it.plan(GARDEN, "1.0.1"));
        String mint = cms.of("keeping-mint").id();
        cms.editSection(mint, "watering", text -> text + "Ask Anna.\n");

        Run undone = it.undo(run);

        assertThat(undone.items())
                .extracting(i -> i.key().article() + " " + i.left())
                .containsExactly("growing-basil []", "keeping-mint [section:watering]");
        assertThat(text(cms.of("keeping-mint"), "watering"))
                .contains("Keep the soil wet.", "Ask Anna.");
        assertThat(text(cms.of("keeping-mint"), "own-pot")).contains("Leave the rim above");
    }

    @Test
    void undoOfAnImportPutsUntouchedItemsIntoTheTrash() throws IOException {
        it.publish(garden());
        Run run = it.apply(it.plan(GARDEN, "1.0.0"));
        cms.editSection(cms.of("keeping-mint").id(), "watering", text -> "Water it.\n");

        it.undo(run);

        assertThat(cms.of("growing-basil").status()).isEqualTo(ItemStatus.TRASHED);
        assertThat(cms.of("keeping-mint").status()).isEqualTo(ItemStatus.LIVE);
        assertThat(it.sync.undo(run.id(), "tester"))
                .isEqualTo(new Sync.UndoResult.NotPossible("The run was undone already."));
    }

    @Test
    void adoptionAsksForEveryDifferenceAndChangesNothingByItself() throws IOException {
        it.publish(garden());
        Content old =
                new Content(
                        new TreeMap<>(Map.of("title", new Value.Text("Our mint page"))),
                        List.of(
                                Passage.own("Hello."),
                                Passage.of(new SectionId("watering"), "Water it.\n")));
        Item item = cms.write(ItemStatus.LIVE, old);

        assertThat(it.sync.adopt(SITE, MINT, item.id(), Optional.empty()))
                .isInstanceOf(Sync.AdoptResult.Adopted.class);
        assertThat(cms.of("keeping-mint").content()).isEqualTo(old);

        Plan plan = it.plan(GARDEN, "1.0.0");
        assertThat(plan.item(MINT).orElseThrow().undecided())
                .extracting(s -> s.place().id())
                .contains("field:title", "field:summary", "section:watering", "section:own-pot");
        it.apply(plan);
        assertThat(cms.of("keeping-mint").content().body()).isEqualTo(old.body());

        it.apply(it.decideAll(it.plan(GARDEN, "1.0.0"), new Choice.TakeRelease()));
        Item taken = cms.of("keeping-mint");
        assertThat(taken.id()).isEqualTo(item.id());
        assertThat(text(taken, "own-pot")).contains("Plant it in a pot");
        assertThat(taken.content().body()).contains(Passage.own("Hello."));
        assertThat(actions(it.plan(GARDEN, "1.0.0")))
                .containsExactly("growing-basil/en unchanged", "keeping-mint/en unchanged");
    }

    @Test
    void anUnlinkedItemKeepsItsTextAndGetsNoUpdates() throws IOException {
        it.publish(garden());
        it.apply(it.plan(GARDEN, "1.0.0"));
        Item before = cms.of("keeping-mint");

        assertThat(it.sync.unlink(SITE, GARDEN, new ArticleId("keeping-mint"))).isEqualTo(1);
        it.publish(moistMint("1.0.1"));
        Plan plan = it.plan(GARDEN, "1.0.1");
        it.apply(plan);

        assertThat(actions(plan)).containsExactly("growing-basil/en update");
        Item after = cms.item(before.id()).orElseThrow();
        assertThat(after.content()).isEqualTo(before.content());
        assertThat(after.marks()).isEmpty();
    }

    @BadInput("S9")
    @Test
    void driftTellsWhatWasChangedByHand() throws IOException {
        it.publish(garden());
        it.apply(it.plan(GARDEN, "1.0.0"));
        assertThat(it.sync.drift(SITE)).isEmpty();
        cms.editField(cms.of("growing-basil").id(), "title", "Basil for beginners");
        cms.setStatus(cms.of("keeping-mint").id(), ItemStatus.TRASHED);

        assertThat(it.sync.drift(SITE))
                .extracting(
                        d ->
                                d.key().article()
                                        + " "
                                        + d.state().id()
                                        + " "
                                        + d.steps().stream().map(s -> s.place().id()).toList())
                .containsExactly("growing-basil changed [field:title]", "keeping-mint trashed []");
    }

    @Test
    void oneItemThatFailsKeepsNoOtherFromBeingWritten() throws IOException {
        it.publish(garden());
        cms.failWith(
                new ConnectorException(
                        ConnectorException.Kind.REFUSED,
                        "The site refused the title.",
                        "Shorten it."));
        Run failed = it.apply(it.plan(GARDEN, "1.0.0"));
        assertThat(failed.state()).isEqualTo(Run.State.FINISHED);
        assertThat(failed.items())
                .extracting(i -> i.state().id() + ": " + i.message())
                .containsExactly(
                        "failed: The site refused the title. Shorten it.",
                        "failed: The site refused the title. Shorten it.");

        cms.mend();
        assertThat(states(it.apply(it.plan(GARDEN, "1.0.0"))))
                .containsExactly("growing-basil/en done", "keeping-mint/en done");
    }

    @Test
    void aSiteThatCannotBeReachedEndsTheRun() throws IOException {
        it.publish(garden());
        cms.failWith(
                new ConnectorException(
                        ConnectorException.Kind.UNREACHABLE,
                        "The site does not answer.",
                        "Look whether it is up."));

        Run run = it.apply(it.plan(GARDEN, "1.0.0"));

        assertThat(run.state()).isEqualTo(Run.State.FAILED);
        assertThat(run.count(RunItem.State.FAILED)).isEqualTo(2);
    }

    @Test
    void aWriteWhoseAnswerWasLostIsDoneAndUndone() throws IOException {
        String lost = " The answer of the CMS was lost; what stands there was read again.";
        it.publish(garden());
        cms.loseAnswerOf(1);
        Run made = it.apply(it.plan(GARDEN, "1.0.0"));
        assertThat(made.items())
                .extracting(RunItem::message)
                .containsExactly("The item was made." + lost, "The item was made.");
        assertThat(cms.all()).hasSize(2);
        String before = cms.state();

        it.publish(moistMint("1.0.1"));
        cms.loseAnswerOf(2);
        Run upgraded = it.apply(it.plan(GARDEN, "1.0.1"));
        assertThat(upgraded.items())
                .extracting(RunItem::message)
                .containsExactly(
                        "The item is in step with the release.",
                        "The item is in step with the release." + lost);
        int writes = cms.writes();
        it.apply(it.plan(GARDEN, "1.0.1"));
        assertThat(cms.writes()).isEqualTo(writes);

        cms.loseAnswerOf(1);
        Run undone = it.undo(upgraded);
        assertThat(undone.items())
                .extracting(RunItem::message)
                .containsExactly(
                        "Everything that the run wrote was put back." + lost,
                        "Everything that the run wrote was put back.");
        assertThat(cms.state()).isEqualTo(before);
    }

    @Test
    void aSafetyChangeIsAnAlertWhateverThePolicy() throws IOException {
        it.close();
        it = SyncFixture.in(folder, cms, SyncFixture.target(new UpdatePolicy.Pin(), false));
        it.publish(garden());
        it.apply(it.plan(GARDEN, "1.0.0"));
        it.publish(changed(moistMint("1.0.1"), "pack.yaml", "kind: correction", "kind: safety"));

        assertThat(it.sync.fleet(SyncStore.Filter.of(SITE, GARDEN)))
                .extracting(
                        e ->
                                e.installation().key().article()
                                        + " "
                                        + e.behind()
                                        + " "
                                        + e.alert().map(a -> a.since() + " " + a.deadline()))
                .containsExactly(
                        "growing-basil true Optional.empty",
                        "keeping-mint true Optional[1.0.1 2026-12-08T00:00:01Z]");
    }

    @Test
    void aTargetThatHoldsIsNotPlanned() throws IOException {
        it.close();
        it = SyncFixture.in(folder, cms, SyncFixture.target(new UpdatePolicy.Hold(), false));
        it.publish(garden());

        assertThat(it.sync.plan(SITE, GARDEN, SyncFixture.LATEST, "tester"))
                .isEqualTo(new Sync.PlanResult.Held());
    }

    @Test
    void automaticUpdatesReachOnlyWhatNobodyTouchedAndThePolicyNames() throws IOException {
        it.close();
        it =
                SyncFixture.in(
                        folder,
                        cms,
                        SyncFixture.target(
                                new UpdatePolicy.Auto(Set.of(ChangeKind.CORRECTION)), false));
        it.publish(garden());
        it.apply(it.plan(GARDEN, "1.0.0"));
        it.publish(moistMint("1.0.1"));
        it.sync.automate();
        assertThat(text(cms.of("keeping-mint"), "watering")).contains("Keep the soil wet.");

        cms.editSection(cms.of("keeping-mint").id(), "watering", text -> "Water it.\n");
        it.publish(changed(moistMint("1.0.2"), "articles/keeping-mint.md", "wet", "very wet"));
        it.sync.automate();
        assertThat(text(cms.of("keeping-mint"), "watering")).isEqualTo("Water it.\n");
    }

    @Test
    void aRenamedSectionKeepsTheEditorsWords() throws IOException {
        it.publish(garden());
        it.apply(it.plan(GARDEN, "1.0.0"));
        cms.editSection(
                cms.of("keeping-mint").id(), "own-pot", text -> text + "We sell such pots.\n");
        it.publish(
                changed(
                        changed(
                                moistMint("1.1.0"),
                                "articles/keeping-mint.md",
                                "{#own-pot ",
                                "{#pot-of-its-own "),
                        "pack.yaml",
                        "changes:",
                        "redirects:\n  - kind: section\n    article: keeping-mint\n    from: own-pot\n"
                                + "    to: pot-of-its-own\nchanges:"));

        Run run = it.apply(it.plan(GARDEN, "1.1.0"));

        Item mint = cms.of("keeping-mint");
        assertThat(text(mint, "pot-of-its-own")).contains("We sell such pots.");
        assertThat(text(mint, "own-pot")).isEqualTo("(not there)");

        it.undo(run);
        Item back = cms.of("keeping-mint");
        assertThat(text(back, "own-pot")).contains("We sell such pots.");
        assertThat(text(back, "pot-of-its-own")).isEqualTo("(not there)");
    }

    @Test
    void aRenamedArticleIsTheSameItem() throws IOException {
        it.publish(garden());
        it.apply(it.plan(GARDEN, "1.0.0"));
        String mint = cms.of("keeping-mint").id();
        it.publish(renamedMint());

        it.apply(it.plan(GARDEN, "1.1.0"));

        assertThat(cms.of("mint-in-its-place").id()).isEqualTo(mint);
        assertThat(cms.all()).hasSize(2);
        assertThat(it.sync.fleet(SyncStore.Filter.ALL))
                .extracting(e -> e.installation().key().article().value())
                .containsExactly("growing-basil", "mint-in-its-place");
    }

    private static InMemoryPackFiles renamedMint() throws IOException {
        InMemoryPackFiles files = new InMemoryPackFiles();
        InMemoryPackFiles before = moistMint("1.1.0");
        for (var entry : before.list().entries()) {
            String path = entry.path().value();
            byte[] bytes = before.read(entry.path());
            String text = new String(bytes, UTF_8);
            boolean isText = path.endsWith(".md") || path.endsWith(".yaml");
            files.with(
                    path.replace("keeping-mint", "mint-in-its-place"),
                    isText
                            ? text.replace("keeping-mint", "mint-in-its-place")
                                    .replace(
                                            "changes:",
                                            "redirects:\n  - kind: article\n    from: keeping-mint\n"
                                                    + "    to: mint-in-its-place\nchanges:\n"
                                                    + "  - kind: editorial\n"
                                                    + "    article: growing-basil\n"
                                                    + "    text: The link to mint.\n"
                                                    + "  - kind: addition\n"
                                                    + "    article: mint-in-its-place\n"
                                                    + "    text: A new name.")
                                    .getBytes(UTF_8)
                            : bytes);
        }
        return files;
    }

    @Test
    void whenIsTold() throws IOException {
        it.publish(garden());
        Plan plan = it.plan(GARDEN, "1.0.0");

        assertThat(plan.created()).isEqualTo(Instant.parse("2026-11-26T12:00:00Z"));
        assertThat(it.store.lastContact(SITE)).contains(Instant.parse("2026-11-26T12:00:00Z"));
        assertThat(it.sync.plan(plan.id())).contains(plan);
        assertThat(it.sync.plans(SITE)).containsExactly(plan);
        assertThat(plan.items().get(0).steps()).isEmpty();
    }

    /** The garden notes with a corrected sentence on mint, and a note of it. */
    private static InMemoryPackFiles moistMint(String version) throws IOException {
        return changed(
                changed(
                        changed(
                                garden(),
                                "articles/keeping-mint.md",
                                "Keep the soil moist.",
                                "Keep the soil wet."),
                        "pack.yaml",
                        "version: 1.0.0",
                        "version: " + version),
                "pack.yaml",
                "tags: [herbs, pots]",
                "tags: [herbs, pots]\nchanges:\n  - kind: correction\n    article: keeping-mint\n"
                        + "    text: Mint wants wet soil.");
    }
}
