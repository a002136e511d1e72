package org.contentpack.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.sync.SyncFixture.GARDEN;
import static org.contentpack.sync.SyncFixture.LEG_CRAMPS;
import static org.contentpack.sync.SyncFixture.SITE;
import static org.contentpack.sync.SyncFixture.actions;
import static org.contentpack.sync.SyncFixture.states;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.contentpack.BadInput;
import org.contentpack.cms.CmsHands.Part;
import org.contentpack.cms.CmsHands.Seen;
import org.contentpack.cms.FaultProxy.Fault;
import org.contentpack.compare.Choice;
import org.contentpack.compare.Outcome;
import org.contentpack.compare.Place;
import org.contentpack.compare.Step;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.SectionId;
import org.contentpack.registry.Actor;
import org.contentpack.registry.Withdrawal;
import org.contentpack.sync.Check;
import org.contentpack.sync.Connector;
import org.contentpack.sync.Drift;
import org.contentpack.sync.ItemKey;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.Plan;
import org.contentpack.sync.Run;
import org.contentpack.sync.RunItem;
import org.contentpack.sync.Sync;
import org.contentpack.sync.SyncFixture;
import org.contentpack.sync.Target;
import org.contentpack.sync.http.SiteLimits;
import org.contentpack.version.Version;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code docs/sync.md} promises, held by one kind of CMS: the real program, with a proxy in
 * front of it that counts and lets things go wrong. A kind of CMS passes it with a subclass that
 * gives its {@link CmsHands}; nothing here knows which one it is.
 *
 * <p>One program serves all cases; each begins with nothing in it. What came of them is written to
 * {@code target/contract}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(ContractTable.class)
public abstract class ConnectorContract {

    /** Kills of the engine's JVM; more in {@code bench/sync}. */
    private static final int KILLS = Integer.getInteger("contract.kills", 10);

    private static final ItemKey LEG = key(LEG_CRAMPS, "what-causes-leg-cramps-at-night");
    private static final ItemKey MINT = key(GARDEN, "keeping-mint");

    /** Sentences of the leg-cramp article that both releases have. */
    private static final String SAME = "Three out of four cases happen at night.";

    private static final String SAME_EDITED = "Three out of four cases happen at night, we find.";

    /** Only 1.0.0 has this, and only 1.1.0 that. */
    private static final String OLD = "Warm up properly.";

    private static final String NEW = "Warm up properly before you start.";

    /** A section that is new in 1.1.0. */
    private static final String ADDED = "Take these steps in order";

    private static final String OWN = "Our clinic is open on Saturdays.";

    /** So that silence is noticed soon. */
    private static final SiteLimits IMPATIENT =
            new SiteLimits(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(10),
                    64L * 1024 * 1024,
                    Duration.ofSeconds(30),
                    2);

    private Path folders = Path.of("");

    private CmsHands cms;
    private FaultProxy proxy;
    private Path published;
    private SyncFixture it;
    private Path folder;
    private int number;

    /** How long the connector was told to wait. */
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    /** The CMS, running, with nothing in it. */
    protected abstract CmsHands open() throws Exception;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folders = temporary;
        cms = open();
        proxy = FaultProxy.before(cms.url());
        published = folders.resolve("published");
        try (SyncFixture store = at(published, SiteLimits.DEFAULT, SyncFixture.NOW)) {
            store.publishLegCramps("1.0.0");
            store.publishLegCramps("1.1.0");
            store.publish(SyncFixture.garden());
            store.publish(ContractPacks.nextGarden());
            store.publish(ContractPacks.manyLetters());
        }
    }

    @AfterAll
    void end() throws Exception {
        proxy.close();
        try {
            assertThat(cms.complaints()).isEmpty();
        } finally {
            cms.close();
        }
    }

    @BeforeEach
    void begin() throws Exception {
        empty();
    }

    /** A CMS and a store with nothing in them but the releases. */
    private void empty() throws Exception {
        proxy.heal();
        proxy.awaitIdle();
        cms.reset();
        folder = folders.resolve("case-" + ++number);
        Trees.copy(published, folder);
        reopen(SiteLimits.DEFAULT);
        proxy.forget();
        pauses.clear();
    }

    private void reopen(SiteLimits limits) throws IOException {
        if (it != null) {
            it.close();
        }
        it = at(folder, limits, SyncFixture.NOW);
    }

    private SyncFixture at(Path store, SiteLimits limits, Instant now) throws IOException {
        Target target = ContractTarget.of(cms.kind(), proxy.url());
        Connector connector = ContractTarget.connector(target, cms.options(), limits, pauses::add);
        return SyncFixture.in(store, connector, target, now);
    }

    @AfterEach
    void finish() {
        it.close();
    }

    private static ItemKey key(PackId pack, String article) {
        return new ItemKey(pack, new ArticleId(article), new Language("en"));
    }

    private static Place section(String id) {
        return new Place.Section(new SectionId(id));
    }

    /** Brings a release in; gives the names of its items by article. */
    private Map<String, String> into(PackId pack, String version) throws IOException {
        Run run = it.apply(it.plan(pack, version));
        assertThat(run.items())
                .extracting(item -> item.state().id() + " " + item.message())
                .allMatch(said -> said.startsWith("done") || said.startsWith("unchanged"));
        return run.items().stream()
                .collect(
                        Collectors.toMap(
                                item -> item.key().article().value(),
                                item -> item.item().orElseThrow(),
                                (one, other) -> one));
    }

    /** The leg-cramp article in 1.0.0. */
    private String imported() throws IOException {
        return into(LEG_CRAMPS, "1.0.0").get(LEG.article().value());
    }

    /** Plans and applies 1.1.0, with what is open left open. */
    private Plan upgraded() throws IOException {
        Plan plan = it.plan(LEG_CRAMPS, "1.1.0");
        it.apply(plan);
        return plan;
    }

    private List<String> open(Plan plan) {
        return plan.item(LEG).orElseThrow().undecided().stream().map(s -> s.place().id()).toList();
    }

    private static List<String> leg(String action) {
        return List.of(LEG.article() + "/en " + action);
    }

    private String text(String item) throws Exception {
        return cms.see(item).text();
    }

    /** Nothing that the release brought is missing, and applying again writes nothing. */
    private void isInStep(PackId pack, String version) throws IOException {
        proxy.forget();
        Plan plan = it.plan(pack, version);
        assertThat(plan.items())
                .extracting(item -> item.action().id())
                .allMatch(action -> action.equals("unchanged") || action.equals("keep"));
        it.apply(plan);
        assertThat(proxy.writes()).as("writes of applying again").isZero();
    }

    // Nobody did anything.

    @Test
    void theFirstImportMakesOneItemWithEverything() throws Exception {
        assertThat(it.sync.check(SITE).points())
                .extracting(Check.Point::state)
                .containsOnly(Check.State.FINE);

        String item = imported();

        Seen seen = cms.see(item);
        assertThat(cms.items()).containsExactly(item);
        assertThat(seen.title()).isEqualTo("What causes leg cramps at night?");
        assertThat(seen.slug()).isEqualTo("what-causes-leg-cramps-at-night");
        assertThat(seen.status()).isEqualTo(ItemStatus.DRAFT);
        assertThat(seen.tags()).containsExactly("leg-cramps", "muscles", "night-cramps", "sleep");
        assertThat(seen.version()).contains("1.0.0");
        assertThat(seen.text()).contains(SAME, OLD).doesNotContain("contentpack:");
        assertThat(cms.pictures())
                .hasSize(4)
                .anyMatch(
                        p ->
                                p.matches(
                                        "calf-muscle-[0-9a-f]{16}\\.svg: Two drawings of a lower.*"));
        isInStep(LEG_CRAMPS, "1.0.0");
    }

    @Test
    void theSameAgainSendsNoWriteNeitherPlannedNorApplied() throws Exception {
        imported();
        into(GARDEN, "1.0.0");
        Seen before = cms.see(cms.items().get(0));
        proxy.forget();

        Plan plan = it.plan(LEG_CRAMPS, "1.0.0");
        assertThat(proxy.writes()).isZero();
        assertThat(actions(plan)).isEqualTo(leg("unchanged"));
        assertThat(states(it.apply(plan))).isEqualTo(leg("unchanged"));
        assertThat(states(it.apply(it.plan(GARDEN, "1.0.0"))))
                .containsExactly("growing-basil/en unchanged", "keeping-mint/en unchanged");

        assertThat(proxy.writes()).isZero();
        assertThat(proxy.reads()).isPositive();
        assertThat(cms.see(cms.items().get(0))).isEqualTo(before);
    }

    @Test
    void anUntouchedItemIsUpgradedWithoutAsking() throws Exception {
        String item = imported();

        Plan plan = upgraded();

        assertThat(actions(plan)).isEqualTo(leg("update"));
        assertThat(text(item)).contains(SAME, NEW, ADDED).doesNotContain(">" + OLD);
        assertThat(cms.see(item).version()).contains("1.1.0");
        assertThat(cms.items()).containsExactly(item);
        isInStep(LEG_CRAMPS, "1.1.0");
    }

    @Test
    void theFormerReleaseStaysInTheHistory() throws Exception {
        String item = imported();
        upgraded();

        assertThat(cms.revisions(item)).anyMatch(text -> text.contains(">" + OLD));
    }

    // An editor did something, then 1.1.0 arrives.

    @Test
    void anEditedTitleStays() throws Exception {
        String item = imported();
        cms.setTitle(item, "Night cramps & what to do");

        Plan plan = upgraded();

        assertThat(actions(plan)).isEqualTo(leg("merge"));
        assertThat(cms.see(item).title()).isEqualTo("Night cramps & what to do");
        assertThat(text(item)).contains(NEW, ADDED);
        isInStep(LEG_CRAMPS, "1.1.0");
    }

    @Test
    void anEditedSectionStays() throws Exception {
        String item = imported();
        cms.replace(item, SAME, SAME_EDITED);

        Plan plan = upgraded();

        assertThat(actions(plan)).isEqualTo(leg("merge"));
        assertThat(text(item)).contains(SAME_EDITED, NEW, ADDED);
        isInStep(LEG_CRAMPS, "1.1.0");
    }

    @Test
    void aSectionThatBothChangedIsAskedAndStaysLocalUntilThen() throws Exception {
        String item = imported();
        cms.replace(item, "too little fluid for its", "too little water for its");

        Plan plan = upgraded();

        assertThat(open(plan)).containsExactly("section:dehydration");
        assertThat(text(item)).contains("too little water for its", NEW, ADDED);
        assertThat(cms.see(item).version()).contains("1.0.0");
        assertThat(open(it.plan(LEG_CRAMPS, "1.1.0"))).containsExactly("section:dehydration");

        it.apply(it.decideAll(it.plan(LEG_CRAMPS, "1.1.0"), new Choice.TakeRelease()));
        assertThat(text(item))
                .contains("Your body needs fluid for its functions.")
                .doesNotContain("too little water for its");
        assertThat(cms.see(item).version()).contains("1.1.0");
        isInStep(LEG_CRAMPS, "1.1.0");
    }

    @Test
    void aLocalTextThatAPersonDecidesForIsNotAskedAgain() throws Exception {
        String item = imported();
        cms.replace(item, "too little fluid for its", "too little water for its");

        it.apply(it.decideAll(it.plan(LEG_CRAMPS, "1.1.0"), new Choice.KeepLocal()));

        assertThat(text(item)).contains("too little water for its", NEW, ADDED);
        assertThat(cms.see(item).version()).contains("1.1.0");
        isInStep(LEG_CRAMPS, "1.1.0");
    }

    @Test
    void aProposedTextIsWrittenWhenAPersonAgrees() throws Exception {
        String item = imported();
        cms.replace(item, "heavy sweating", "heavy sweating, in a sauna for example");
        Plan plan = it.plan(LEG_CRAMPS, "1.1.0");
        Step step = plan.item(LEG).orElseThrow().step(section("dehydration")).orElseThrow();
        assertThat(step.outcome()).isInstanceOf(Outcome.Proposed.class);

        it.apply(
                it.decide(
                        plan,
                        LEG,
                        step.place(),
                        new Choice.Write(((Outcome.Proposed) step.outcome()).text())));

        assertThat(text(item))
                .contains("in a sauna for example", "Your body needs fluid for its functions.");
        isInStep(LEG_CRAMPS, "1.1.0");
    }

    @Test
    void anOwnBlockStaysWhereItIs() throws Exception {
        String item = imported();
        cms.addOwn(item, "about-night-leg-cramps", OWN);

        Plan plan = upgraded();

        assertThat(open(plan)).isEmpty();
        String text = text(item);
        assertThat(text).contains(NEW, ADDED);
        assertThat(text.indexOf(OWN))
                .isBetween(
                        text.indexOf(SAME),
                        text.indexOf("Muscle fatigue means") < 0
                                ? text.indexOf("This is muscle fatigue.")
                                : text.indexOf("Muscle fatigue means"));
        isInStep(LEG_CRAMPS, "1.1.0");
    }

    @Test
    void aSectionInABlockOfTheEditorsIsUpgradedThere() throws Exception {
        String item = imported();
        cms.wrap(item, "muscle-fatigue", OWN);
        String before = text(item);

        Run run = it.apply(it.plan(LEG_CRAMPS, "1.1.0"));

        String text = text(item);
        assertThat(text).contains(NEW, ADDED).doesNotContain(">" + OLD);
        String around = before.substring(before.indexOf(OWN) - 100, before.indexOf(OWN));
        assertThat(text).contains(around + OWN);
        assertThat(text.indexOf(OWN)).isLessThan(text.indexOf(NEW));
        isInStep(LEG_CRAMPS, "1.1.0");

        cms.replace(item, NEW, "Warm up properly before you start, with us.");
        it.undo(run);
        assertThat(text(item)).contains(OWN, "Warm up properly before you start, with us.");
    }

    @Test
    void aCategoryStays() throws Exception {
        String item = imported();
        cms.setCategory(item, "legs");

        Plan plan = upgraded();

        assertThat(actions(plan)).isEqualTo(leg("update"));
        assertThat(cms.see(item).categories()).containsExactly("legs");
        assertThat(text(item)).contains(NEW, ADDED);
        isInStep(LEG_CRAMPS, "1.1.0");
    }

    @Test
    void anAddedTagStays() throws Exception {
        String item = imported();
        cms.addTag(item, "our-patients");

        upgraded();

        assertThat(cms.see(item).tags())
                .containsExactly("leg-cramps", "muscles", "night-cramps", "our-patients", "sleep");
        isInStep(LEG_CRAMPS, "1.1.0");
    }

    @Test
    void aSlugStays() throws Exception {
        String item = imported();
        cms.setSlug(item, "night-cramps");

        Plan plan = upgraded();

        assertThat(open(plan)).isEmpty();
        assertThat(cms.see(item).slug()).isEqualTo("night-cramps");
        assertThat(text(item)).contains(NEW, ADDED);
        isInStep(LEG_CRAMPS, "1.1.0");
    }

    @ParameterizedTest
    @EnumSource(
            value = ItemStatus.class,
            names = {"LIVE", "DRAFT"})
    void theStatusIsItsEditors(ItemStatus status) throws Exception {
        String item = imported();
        cms.setStatus(item, status);

        Plan plan = upgraded();

        assertThat(actions(plan)).isEqualTo(leg("update"));
        assertThat(cms.see(item).status()).isEqualTo(status);
        assertThat(text(item)).contains(NEW, ADDED);
        isInStep(LEG_CRAMPS, "1.1.0");
    }

    @Test
    void aDeletedItemStaysAwayUntilAPersonWantsItBack() throws Exception {
        cms.delete(imported());

        assertThat(actions(it.plan(LEG_CRAMPS, "1.0.0"))).isEqualTo(leg("keep"));
        Plan plan = upgraded();
        assertThat(actions(plan)).isEqualTo(leg("conflict"));
        assertThat(cms.items()).isEmpty();

        it.apply(it.decideAll(it.plan(LEG_CRAMPS, "1.1.0"), new Choice.TakeRelease()));
        assertThat(cms.items()).hasSize(1);
        assertThat(text(cms.items().get(0))).contains(NEW, ADDED);
        isInStep(LEG_CRAMPS, "1.1.0");
    }

    @Test
    void aTrashedItemComesBackAsADraftWhenAPersonWantsIt() throws Exception {
        String item = imported();
        cms.setStatus(item, ItemStatus.LIVE);
        cms.setStatus(item, ItemStatus.TRASHED);

        Plan plan = upgraded();
        assertThat(actions(plan)).isEqualTo(leg("conflict"));
        assertThat(cms.see(item).status()).isEqualTo(ItemStatus.TRASHED);

        it.apply(it.decideAll(it.plan(LEG_CRAMPS, "1.1.0"), new Choice.TakeRelease()));
        assertThat(cms.items()).containsExactly(item);
        assertThat(cms.see(item).status()).isEqualTo(ItemStatus.DRAFT);
        assertThat(text(item)).contains(NEW, ADDED);
        isInStep(LEG_CRAMPS, "1.1.0");
    }

    @Test
    void aDuplicateByHandIsNamedAndLeftAlone() throws Exception {
        String item = imported();
        String copy = cms.duplicate(item);
        Seen before = cms.see(copy);

        Plan plan = upgraded();

        assertThat(plan.item(LEG).orElseThrow().notes())
                .containsExactly("Item " + copy + " is a copy of this one and is left alone.");
        assertThat(cms.see(copy)).isEqualTo(before);
        assertThat(text(item)).contains(NEW, ADDED);
        assertThat(cms.items()).containsExactly(item, copy);
        assertThat(it.sync.drift(SITE)).extracting(Drift::state).containsExactly(Drift.State.COPY);
        isInStep(LEG_CRAMPS, "1.1.0");
    }

    @Test
    void anOldRevisionThatSomebodyRestoredIsNoEditAnyMore() throws Exception {
        String item = imported();
        cms.replace(item, SAME, SAME_EDITED);
        cms.restoreRevision(item, SAME);

        Plan plan = upgraded();

        assertThat(actions(plan)).isEqualTo(leg("update"));
        assertThat(text(item)).contains(SAME, NEW, ADDED);
        isInStep(LEG_CRAMPS, "1.1.0");
    }

    @Test
    void aRestoredTextOfTheFormerReleaseStays() throws Exception {
        String item = imported();
        upgraded();
        cms.restoreRevision(item, ">" + OLD);

        it.apply(it.plan(LEG_CRAMPS, "1.1.0"));

        assertThat(text(item)).contains(">" + OLD).doesNotContain(NEW, ADDED);
        assertThat(cms.items()).containsExactly(item);
        isInStep(LEG_CRAMPS, "1.1.0");
    }

    @Test
    void aSectionThatSomebodyTookOutStaysAway() throws Exception {
        String item = imported();
        cms.remove(item, "about-night-leg-cramps");

        Plan plan = upgraded();

        assertThat(open(plan)).isEmpty();
        assertThat(text(item)).contains(NEW, ADDED).doesNotContain(SAME);
        isInStep(LEG_CRAMPS, "1.1.0");
    }

    @Test
    void aSectionThatSomebodyMovedStaysThere() throws Exception {
        String item = imported();
        cms.moveToFront(item, "about-night-leg-cramps");

        upgraded();

        String text = text(item);
        assertThat(text).contains(NEW);
        assertThat(text.indexOf(SAME)).isLessThan(text.indexOf("wake you from sleep"));
        assertThat(text.indexOf(SAME)).isLessThan(text.indexOf("Look for these warning signs"));
    }

    // Adopt, unlink, retire, undo.

    @Test
    void anAdoptedItemKeepsItsTextUntilEachDifferenceIsDecided() throws Exception {
        String item =
                cms.write(
                        "Our mint page",
                        "our-mint",
                        List.of(
                                new Part("Our herbs", "Come and see them."),
                                new Part("Watering", "Water it when Anna says so.")));
        Seen before = cms.see(item);

        assertThat(it.sync.adopt(SITE, MINT, item, Optional.empty()))
                .isInstanceOf(Sync.AdoptResult.Adopted.class);
        Seen adopted = cms.see(item);
        assertThat(adopted.title()).isEqualTo(before.title());
        assertThat(adopted.slug()).isEqualTo(before.slug());
        assertThat(adopted.status()).isEqualTo(before.status());
        assertThat(adopted.text()).contains("Come and see them.", "Water it when Anna says so.");

        Plan plan = it.plan(GARDEN, "1.0.0");
        assertThat(plan.item(MINT).orElseThrow().undecided())
                .extracting(s -> s.place().id())
                .contains("field:title", "field:slug", "section:watering", "section:own-pot");
        it.apply(plan);
        assertThat(text(item))
                .contains("Come and see them.", "Water it when Anna says so.")
                .doesNotContain("Leave the rim above the soil.");

        it.apply(it.decideAll(it.plan(GARDEN, "1.0.0"), new Choice.TakeRelease()));
        Seen taken = cms.see(item);
        assertThat(taken.title()).isEqualTo("Keeping mint in its place");
        assertThat(taken.text())
                .contains(
                        "Come and see them.",
                        "Keep the soil moist.",
                        "Leave the rim above the soil.")
                .doesNotContain("Water it when Anna says so.");
        assertThat(cms.items()).hasSize(2).contains(item);
        isInStep(GARDEN, "1.0.0");
    }

    @Test
    void anUnlinkedItemKeepsItsTextAndIsNotMadeAgain() throws Exception {
        String item = imported();
        Seen before = cms.see(item);

        assertThat(it.sync.unlink(SITE, LEG_CRAMPS, LEG.article())).isEqualTo(1);
        Plan plan = upgraded();

        assertThat(plan.items()).isEmpty();
        assertThat(cms.items()).containsExactly(item);
        assertThat(cms.see(item))
                .isEqualTo(
                        new Seen(
                                before.title(),
                                before.slug(),
                                before.status(),
                                before.tags(),
                                before.categories(),
                                Optional.empty(),
                                before.text()));
    }

    @Test
    void aWithdrawnArticleIsRetiredByAPersonAndComesBackByUndo() throws Exception {
        String mint = into(GARDEN, "1.0.0").get("keeping-mint");
        it.registry
                .withdrawals()
                .withdraw(
                        GARDEN,
                        new Version("1.0.0"),
                        Optional.of(MINT.article()),
                        new Withdrawal(
                                Withdrawal.Kind.ERROR,
                                Optional.of("Wrong dose."),
                                Optional.empty()),
                        Actor.BUILT_IN);

        Plan plan = it.plan(GARDEN, "1.0.0");
        assertThat(actions(plan))
                .containsExactly("growing-basil/en unchanged", "keeping-mint/en retire");
        it.apply(plan);
        assertThat(cms.see(mint).status()).isEqualTo(ItemStatus.LIVE);

        Run run = it.apply(it.decideAll(it.plan(GARDEN, "1.0.0"), new Choice.TakeRelease()));
        assertThat(cms.see(mint).status()).isEqualTo(ItemStatus.DRAFT);
        assertThat(actions(it.plan(GARDEN, "1.0.0"))).containsExactly("growing-basil/en unchanged");

        it.undo(run);
        assertThat(cms.see(mint).status()).isEqualTo(ItemStatus.LIVE);
    }

    @Test
    void undoBringsTheFormerReleaseBackWithTheEdits() throws Exception {
        String item = imported();
        cms.replace(item, SAME, SAME_EDITED);
        cms.addOwn(item, "about-night-leg-cramps", OWN);
        cms.setCategory(item, "legs");
        Seen before = cms.see(item);
        Run run = it.apply(it.plan(LEG_CRAMPS, "1.1.0"));
        assertThat(text(item)).contains(NEW);

        Run undone = it.undo(run);

        assertThat(undone.items()).extracting(RunItem::left).containsExactly(List.of());
        assertThat(cms.see(item)).isEqualTo(before);
        assertThat(cms.items()).containsExactly(item);
        isInStep(LEG_CRAMPS, "1.0.0");
    }

    @Test
    void undoLeavesAloneWhatSomebodyChangedSince() throws Exception {
        String item = imported();
        Run run = it.apply(it.plan(LEG_CRAMPS, "1.1.0"));
        cms.replace(item, NEW, "Warm up properly before you start, with us.");
        cms.addOwn(item, "about-night-leg-cramps", OWN);

        Run undone = it.undo(run);

        assertThat(undone.items())
                .extracting(RunItem::left)
                .containsExactly(List.of("section:muscle-fatigue"));
        assertThat(text(item))
                .contains("Warm up properly before you start, with us.", OWN)
                .contains("too little fluid for its functions")
                .doesNotContain(ADDED);
    }

    @Test
    void undoOfAnImportPutsUntouchedItemsIntoTheTrashAndLeavesOthers() throws Exception {
        Run run = it.apply(it.plan(GARDEN, "1.0.0"));
        String basil = run.items().get(0).item().orElseThrow();
        String mint = run.items().get(1).item().orElseThrow();
        cms.replace(mint, "Keep the soil moist.", "Water it.");

        it.undo(run);

        assertThat(cms.see(basil).status()).isEqualTo(ItemStatus.TRASHED);
        assertThat(cms.see(mint).status()).isEqualTo(ItemStatus.LIVE);
        assertThat(text(mint)).contains("Water it.");
    }

    // What else can stand there.

    @Test
    void aForeignItemWithOurSlugIsLeftAlone() throws Exception {
        String foreign =
                cms.write(
                        "Ours since 2019",
                        "what-causes-leg-cramps-at-night",
                        List.of(new Part("Hello", "Written by Anna.")));
        Seen before = cms.see(foreign);

        String item = imported();
        upgraded();

        assertThat(cms.see(foreign)).isEqualTo(before);
        assertThat(cms.items()).containsExactly(foreign, item);
        assertThat(text(item)).contains(NEW, ADDED);
        isInStep(LEG_CRAMPS, "1.1.0");
    }

    @Test
    void lettersOfAllKindsALongArticleAndTenPicturesArriveWhole() throws Exception {
        Map<String, String> items = into(ContractPacks.MANY_LETTERS, "1.0.0");

        List<Seen> all = new ArrayList<>();
        for (String item : cms.items()) {
            all.add(cms.see(item));
        }
        assertThat(all).hasSize(4);
        assertThat(all)
                .anyMatch(
                        seen ->
                                seen.text()
                                        .contains(
                                                "日本語の文章 · हिन्दी · 한국어 · 👩🏽‍⚕️ 🦵 · e\u0301 ≠ é"));
        assertThat(all).anyMatch(seen -> seen.text().contains("(ببطء) 3 مرات، ثم امشِ قليلاً."));
        assertThat(all).extracting(Seen::title).contains("Größe & 日本語 <i>", "تشنج الساق");
        assertThat(text(items.get("long")).length()).isGreaterThan(ContractPacks.LONG);
        assertThat(cms.pictures())
                .hasSize(ContractPacks.PICTURES)
                .anyMatch(p -> p.matches("square-7-[0-9a-f]{16}\\.png: Square number 7 — “7”"));
        isInStep(ContractPacks.MANY_LETTERS, "1.0.0");

        cms.replace(items.get("long"), "Sentence 7 of part 3 says", "Phrase 7 of part 3 says");
        isInStep(ContractPacks.MANY_LETTERS, "1.0.0");
        assertThat(text(items.get("long"))).contains("Phrase 7 of part 3 says");
    }

    // The way to the CMS fails.

    /** All that stands in the CMS, whatever its items are called. */
    private List<String> everything() throws Exception {
        List<String> all = seen(List.copyOf(cms.items()));
        all.sort(null);
        all.addAll(cms.pictures());
        return all;
    }

    /** What goes wrong, at which write. */
    record Accident(Fault fault, int write) {
        @Override
        public String toString() {
            return fault + " at write " + write;
        }
    }

    private static FaultProxy.Rule once(Accident accident) {
        return request ->
                !request.isRead() && request.sameKind() == accident.write()
                        ? accident.fault()
                        : Fault.NONE;
    }

    /** The same at one of the writes that the CMS needs, where it needs fewer. */
    private static Accident among(int writes, Accident accident) {
        return new Accident(accident.fault(), 1 + (accident.write() - 1) % writes);
    }

    /** Each accident at one write, and the two that are hardest to tell at more of them. */
    static Stream<Accident> accidents() {
        return Stream.concat(
                Stream.of(
                        new Accident(Fault.SERVER_ERROR, 3),
                        new Accident(Fault.SERVER_ERROR_AFTERWARDS, 5),
                        new Accident(Fault.SILENCE, 4),
                        new Accident(Fault.SILENCE_AFTERWARDS, 5),
                        new Accident(Fault.CUT, 1),
                        new Accident(Fault.CUT, 2),
                        new Accident(Fault.CUT, 5),
                        new Accident(Fault.HTML, 5),
                        new Accident(Fault.EXPIRED, 5)),
                IntStream.rangeClosed(1, 8).mapToObj(n -> new Accident(Fault.CUT_AFTERWARDS, n)));
    }

    /** Where an import goes on after an accident, nothing is there twice and nothing is missing. */
    @BadInput({"S5", "S8"})
    @ParameterizedTest
    @MethodSource("accidents")
    void anImportThatFailedGoesOnToTheSameEnd(Accident accident) throws Exception {
        List<String> undisturbed = undisturbedImport();
        Accident met = among(writesOfAnImport, accident);
        reopen(IMPATIENT);
        proxy.forget();
        proxy.rule(once(met));

        Run run = it.apply(it.plan(GARDEN, "1.0.0"));

        assertThat(proxy.writes()).isGreaterThanOrEqualTo(met.write());
        if (met.fault().isAfterwards()) {
            assertThat(run.count(RunItem.State.DONE)).isEqualTo(cms.items().size());
        } else {
            assertThat(run.items()).anyMatch(item -> item.state() == RunItem.State.FAILED);
        }
        proxy.heal();
        proxy.awaitIdle();
        into(GARDEN, "1.0.0");
        assertThat(everything()).isEqualTo(undisturbed);
        isInStep(GARDEN, "1.0.0");
    }

    private List<String> importedGarden = List.of();

    private int writesOfAnImport;

    private List<String> undisturbedImport() throws Exception {
        if (importedGarden.isEmpty()) {
            proxy.forget();
            into(GARDEN, "1.0.0");
            writesOfAnImport = proxy.writes();
            importedGarden = everything();
            empty();
        }
        return importedGarden;
    }

    static Stream<Accident> accidentsOfUpgrades() {
        return Stream.of(
                new Accident(Fault.SERVER_ERROR, 1),
                new Accident(Fault.SERVER_ERROR_AFTERWARDS, 2),
                new Accident(Fault.SILENCE, 2),
                new Accident(Fault.SILENCE_AFTERWARDS, 1),
                new Accident(Fault.CUT, 2),
                new Accident(Fault.CUT_AFTERWARDS, 1),
                new Accident(Fault.CUT_AFTERWARDS, 2),
                new Accident(Fault.HTML, 2),
                new Accident(Fault.EXPIRED, 1));
    }

    @BadInput({"S5", "S8"})
    @ParameterizedTest
    @MethodSource("accidentsOfUpgrades")
    void anUpgradeThatFailedGoesOnToTheSameEndAndKeepsTheEdits(Accident accident) throws Exception {
        List<String> undisturbed = undisturbedUpgrade();
        editGarden();
        reopen(IMPATIENT);
        proxy.forget();
        proxy.rule(once(accident));

        Run run = it.apply(it.plan(GARDEN, "1.1.0"));

        // A lost answer to an item's own write is looked up; one to a picture's or a tag's fails.
        if (!accident.fault().isAfterwards()) {
            assertThat(run.items()).anyMatch(item -> item.state() == RunItem.State.FAILED);
        }
        proxy.heal();
        proxy.awaitIdle();
        into(GARDEN, "1.1.0");
        assertThat(everything()).isEqualTo(undisturbed);
        isInStep(GARDEN, "1.1.0");
    }

    @Test
    void aWriteWhoseAnswerWasLostIsUndoneToo() throws Exception {
        undisturbedUpgrade();
        editGarden();
        List<String> standing = List.copyOf(cms.items());
        List<String> before = seen(standing);
        reopen(IMPATIENT);
        proxy.forget();
        proxy.rule(once(new Accident(Fault.CUT_AFTERWARDS, writesOfAnApply)));

        Run run = it.apply(it.plan(GARDEN, "1.1.0"));
        proxy.heal();

        assertThat(run.items())
                .extracting(RunItem::message)
                .anyMatch(said -> said.endsWith("what stands there was read again."));
        assertThat(seen(standing)).isNotEqualTo(before);
        it.undo(run);
        assertThat(seen(standing)).isEqualTo(before);
    }

    private List<String> seen(List<String> items) throws Exception {
        List<String> seen = new ArrayList<>();
        for (String item : items) {
            seen.add(cms.see(item).toString());
        }
        return seen;
    }

    private List<String> upgradedGarden = List.of();

    /** Requests that applying this upgrade makes. */
    private int requestsOfAnApply;

    /** Writes among them; the last one is an item's own. */
    private int writesOfAnApply;

    /** 1.0.0 in, and edits by hand in both articles. */
    private void editGarden() throws Exception {
        Map<String, String> items = into(GARDEN, "1.0.0");
        cms.replace(items.get("keeping-mint"), "Leave the rim above", "Anna leaves the rim above");
        cms.addOwn(items.get("growing-basil"), "light", OWN);
    }

    private List<String> undisturbedUpgrade() throws Exception {
        if (upgradedGarden.isEmpty()) {
            editGarden();
            Plan plan = it.plan(GARDEN, "1.1.0");
            proxy.forget();
            it.apply(plan);
            requestsOfAnApply = proxy.requests().size();
            writesOfAnApply = proxy.writes();
            upgradedGarden = everything();
            assertThat(String.join("\n", upgradedGarden))
                    .contains("Anna leaves the rim above", OWN, "Keep the soil wet.");
            empty();
        }
        return upgradedGarden;
    }

    @BadInput("S5")
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 7})
    void aCmsThatAsksToWaitIsAskedAgainAfterThatTime(int write) throws Exception {
        List<String> undisturbed = undisturbedImport();
        proxy.rule(once(among(writesOfAnImport, new Accident(Fault.BUSY, write))));

        into(GARDEN, "1.0.0");

        assertThat(pauses).containsExactly(Duration.ofSeconds(7));
        assertThat(everything()).isEqualTo(undisturbed);
    }

    @Test
    void aCmsThatAsksToWaitForLongFailsTheItemAndSaysSo() throws Exception {
        proxy.rule(request -> request.isRead() ? Fault.NONE : Fault.BUSY_FOR_LONG);

        Run run = it.apply(it.plan(GARDEN, "1.0.0"));

        assertThat(run.items())
                .extracting(RunItem::message)
                .allMatch(said -> said.startsWith("The site asked to wait (429)."));
        assertThat(pauses).isEmpty();
        assertThat(cms.items()).isEmpty();
    }

    @Test
    void expiredCredentialsAreNamedBeforeAnythingIsWritten() throws Exception {
        Plan plan = it.plan(GARDEN, "1.0.0");
        proxy.forget();
        proxy.rule(request -> Fault.EXPIRED);

        Sync.ApplyResult result = it.sync.apply(plan.id(), plan.digest(), "tester");

        assertThat(result)
                .isInstanceOfSatisfying(
                        Sync.ApplyResult.NotReady.class,
                        not ->
                                assertThat(not.check().points())
                                        .filteredOn(p -> p.state() == Check.State.MISSING)
                                        .extracting(Check.Point::subject)
                                        .containsExactly("credentials"));
        assertThat(proxy.writes()).isZero();
    }

    @Test
    void credentialsThatExpireInTheMiddleStopTheRun() throws Exception {
        undisturbedImport();
        Accident accident = among(writesOfAnImport, new Accident(Fault.EXPIRED, 5));
        AtomicReference<String> expired = new AtomicReference<>("");
        proxy.rule(
                request -> {
                    if (!request.isRead() && request.sameKind() == accident.write()) {
                        expired.set("yes");
                    }
                    return expired.get().isEmpty() ? Fault.NONE : Fault.EXPIRED;
                });

        Run run = it.apply(it.plan(GARDEN, "1.0.0"));

        assertThat(run.state()).isEqualTo(Run.State.FAILED);
        assertThat(run.items())
                .extracting(RunItem::message)
                .allMatch(said -> said.startsWith("The site does not accept the credentials."));
        assertThat(proxy.writes()).isEqualTo(accident.write());
    }

    @Test
    void aPageOfALoginWallIsNotTakenForAnAnswer() throws Exception {
        into(GARDEN, "1.0.0");
        List<String> before = everything();
        proxy.rule(request -> Fault.HTML);

        Function<String, String> planned =
                version -> {
                    try {
                        return actions(it.plan(GARDEN, version)).toString();
                    } catch (IOException e) {
                        return e.getMessage();
                    }
                };

        assertThat(planned.apply("1.1.0")).isEqualTo("The site answered something else than JSON.");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aCmsThatIsRestartedInTheMiddleIsBroughtToTheSameEnd() throws Exception {
        List<String> undisturbed = undisturbedUpgrade();
        editGarden();
        proxy.forget();
        proxy.watch(
                request -> {
                    if (!request.isRead() && request.sameKind() == 2) {
                        stopCms();
                    }
                },
                request -> {});

        Run run = it.apply(it.plan(GARDEN, "1.1.0"));
        proxy.heal();
        cms.start();

        assertThat(run.state()).isEqualTo(Run.State.FAILED);
        into(GARDEN, "1.1.0");
        assertThat(everything()).isEqualTo(undisturbed);
        isInStep(GARDEN, "1.1.0");
    }

    private void stopCms() {
        try {
            cms.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    // Our engine dies.

    /** Where the JVM of the engine dies. */
    record Death(int kill) {
        @Override
        public String toString() {
            return "kill " + kill;
        }
    }

    static Stream<Death> deaths() {
        return IntStream.rangeClosed(1, KILLS).mapToObj(Death::new);
    }

    @BadInput("S8")
    @ParameterizedTest
    @MethodSource("deaths")
    void anEngineThatWasKilledGoesOnToTheSameEnd(Death death) throws Exception {
        List<String> undisturbed = undisturbedUpgrade();
        editGarden();
        it.plan(GARDEN, "1.1.0");
        it.close();
        EngineDeath.Point point = EngineDeath.point(new Random(death.kill()), requestsOfAnApply);

        boolean wasKilled = EngineDeath.kill(folder, cms, proxy, point);
        assertThat(wasKilled || point.moment() == EngineDeath.Moment.LATER)
                .as("%s", point)
                .isTrue();
        it = at(folder, SiteLimits.DEFAULT, EngineDeath.AFTER_THE_LEASE);
        it.sync.resume();

        List<Run> runs = it.sync.runs(SITE);
        assertThat(runs.get(0).state()).as("%s", point).isEqualTo(Run.State.FINISHED);
        into(GARDEN, "1.1.0");
        assertThat(everything()).as("%s", point).isEqualTo(undisturbed);
        isInStep(GARDEN, "1.1.0");
    }
}
