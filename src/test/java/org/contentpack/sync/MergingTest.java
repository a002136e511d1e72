package org.contentpack.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.sync.SyncFixture.GARDEN;
import static org.contentpack.sync.SyncFixture.LEG_CRAMPS;
import static org.contentpack.sync.SyncFixture.changed;
import static org.contentpack.sync.SyncFixture.garden;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.compare.Value;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.registry.Actor;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Withdrawal;
import org.contentpack.sync.http.SiteLimits;
import org.contentpack.sync.wordpress.WordPressKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan for a CMS that sends its own state, with posts as WordPress has them. */
class MergingTest {

    private static final Language EN = new Language("en");
    private static final ItemKey CRAMPS =
            new ItemKey(LEG_CRAMPS, new ArticleId("what-causes-leg-cramps-at-night"), EN);
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-26T12:00:00Z"));
    private static final ItemForm FORM =
            new WordPressKind(
                            SiteLimits.DEFAULT,
                            time -> {
                                throw new AssertionError("nothing is asked: " + time);
                            },
                            CLOCK)
                    .form()
                    .orElseThrow();

    @TempDir Path folder;

    private final MemoryCms cms = new MemoryCms();
    private SyncFixture it;
    private Merging merging;

    @BeforeEach
    void open() throws IOException {
        it = SyncFixture.in(folder, cms);
        merging = new Merging(it.registry, CLOCK);
    }

    @AfterEach
    void close() {
        it.close();
    }

    private Merging.Answer merge(
            Registration base, Registration to, boolean isComplete, Merging.Sent... items)
            throws IOException {
        return merging.merge(
                FORM,
                base,
                to,
                List.of(items),
                isComplete,
                path -> "https://packs.example/" + path);
    }

    /** The item of an article as a site has it that took it from the release and left it alone. */
    private Merging.Sent made(Registration release, ItemKey key) throws IOException {
        return merge(release, release, true).items().stream()
                .filter(merged -> merged.sent().equals(key))
                .map(
                        merged ->
                                new Merging.Sent(
                                        key,
                                        merged.result().orElseThrow(),
                                        merged.marks().map(Marks::review),
                                        merged.marks().flatMap(Marks::notice)))
                .findFirst()
                .orElseThrow();
    }

    private static Merging.Sent edited(Merging.Sent sent, String text, String other) {
        assertThat(sent.item().body()).contains(text);
        return new Merging.Sent(
                sent.key(),
                new RawItem(sent.item().fields(), sent.item().body().replace(text, other)),
                sent.review(),
                sent.notice());
    }

    private static Merging.Sent with(Merging.Sent sent, String field, Value value) {
        TreeMap<String, Value> fields = new TreeMap<>(sent.item().fields());
        fields.put(field, value);
        return new Merging.Sent(
                sent.key(), new RawItem(fields, sent.item().body()), sent.review(), sent.notice());
    }

    private static List<String> steps(Merging.Merged merged) {
        return merged.item().steps().stream()
                .map(
                        step ->
                                step.place().id()
                                        + " "
                                        + step.outcome()
                                                .getClass()
                                                .getSimpleName()
                                                .toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    @Test
    void anUntouchedItemGetsTheNewTextAndIsThenUnchanged() throws IOException {
        Registration first = it.publishLegCramps("1.0.0");
        Registration second = it.publishLegCramps("1.1.0");

        Merging.Merged upgraded = merge(first, second, false, made(first, CRAMPS)).items().get(0);
        Merging.Sent now = made(second, CRAMPS);

        assertThat(upgraded.item().action()).isEqualTo(Action.UPDATE);
        assertThat(upgraded.result()).contains(now.item());
        assertThat(upgraded.marks().orElseThrow().version()).isEqualTo(second.id().version());
        Merging.Merged again = merge(second, second, false, now).items().get(0);
        assertThat(again.item().action()).isEqualTo(Action.UNCHANGED);
        assertThat(again.item().writes()).isFalse();
        assertThat(again.result()).contains(now.item());
    }

    @Test
    void anEditStaysAndAPlaceThatBothChangedWaitsWithTheLocalTextInPlace() throws IOException {
        Registration first = it.publishLegCramps("1.0.0");
        Registration second = it.publishLegCramps("1.1.0");
        Merging.Sent sent = made(first, CRAMPS);
        sent = edited(sent, "too little fluid for its functions", "less water than it needs");
        sent = edited(sent, "Exercise.", "Exercise, for example in our Tuesday class.");
        sent = with(sent, "title", new Value.Text("Cramps at night"));
        TreeSet<String> tags = new TreeSet<>(Set.of("our-clinic"));
        tags.addAll(((Value.Terms) sent.item().fields().get("tags")).terms());
        sent = with(sent, "tags", new Value.Terms(tags));

        Merging.Merged merged = merge(first, second, false, sent).items().get(0);

        assertThat(merged.item().action()).isEqualTo(Action.CONFLICT);
        assertThat(steps(merged))
                .contains(
                        "field:tags kept",
                        "field:title kept",
                        "section:dehydration conflict",
                        "section:during-a-cramp taken",
                        "section:pregnancy kept");
        RawItem result = merged.result().orElseThrow();
        assertThat(result.fields().get("title")).isEqualTo(new Value.Text("Cramps at night"));
        assertThat(result.body())
                .contains("less water than it needs")
                .contains("our Tuesday class")
                .contains("contentpack-id-during-a-cramp");
        assertThat(merged.marks().orElseThrow().version()).isEqualTo(first.id().version());
    }

    /** The engine and this ask the same people the same questions. */
    @Test
    void itIsTheMergeOfThePlan() throws IOException {
        it.publishLegCramps("1.0.0");
        it.apply(it.plan(LEG_CRAMPS, "1.0.0"));
        cms.editSection(
                cms.only().id(),
                "dehydration",
                text -> text.replace("too little fluid for its functions", "less water"));
        Registration first = it.registry.history(LEG_CRAMPS).latest().orElseThrow();
        Registration second = it.publishLegCramps("1.1.0");
        PlanItem planned = it.plan(LEG_CRAMPS, "1.1.0").item(CRAMPS).orElseThrow();

        Merging.Merged merged =
                merge(
                                first,
                                second,
                                false,
                                edited(
                                        made(first, CRAMPS),
                                        "too little fluid for its functions",
                                        "less water"))
                        .items()
                        .get(0);

        // The CMS in memory has no section on where a text comes from.
        assertThat(steps(merged).stream().filter(step -> !step.contains("contentpack-about")))
                .containsExactlyElementsOf(
                        steps(
                                new Merging.Merged(
                                        CRAMPS,
                                        planned,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())));
        assertThat(merged.item().changes()).isEqualTo(planned.changes());
    }

    @Test
    void whatTheSiteDoesNotSendIsNotCompared() throws IOException {
        Registration first = it.publishLegCramps("1.0.0");
        Registration second = it.publishLegCramps("1.1.0");
        Merging.Sent sent = made(first, CRAMPS);
        sent =
                new Merging.Sent(
                        CRAMPS,
                        new RawItem(new TreeMap<>(Map.of()), sent.item().body()),
                        Optional.empty(),
                        Optional.empty());

        Merging.Merged merged = merge(first, second, false, sent).items().get(0);

        assertThat(steps(merged)).noneMatch(step -> step.startsWith("field:"));
        assertThat(merged.result().orElseThrow().fields()).isEmpty();
    }

    @Test
    void picturesThatTheSiteHasNotComeFromTheServerAndAreKnownAgain() throws IOException {
        Registration first = it.publishLegCramps("1.0.0");
        Registration second = it.publishLegCramps("1.1.0");

        String body =
                merge(first, second, false, made(first, CRAMPS))
                        .items()
                        .get(0)
                        .result()
                        .orElseThrow()
                        .body();
        Merging.Sent moved =
                edited(
                        made(second, CRAMPS),
                        "https://packs.example/assets/",
                        "https://site.example/copy/");

        assertThat(body)
                .containsPattern(
                        "src=\"https://packs\\.example/assets/calf-muscle\\.svg#contentpack-[0-9a-f]{16}\"");
        assertThat(merge(second, second, false, moved).items().get(0).item().action())
                .isEqualTo(Action.UNCHANGED);
    }

    @Test
    void whatIsNewIsMadeAndWhatIsGoneIsAPersonsDecision() throws IOException {
        Registration first = it.publish(garden());
        it.registry
                .withdrawals()
                .withdraw(
                        GARDEN,
                        first.id().version(),
                        Optional.of(new ArticleId("keeping-mint")),
                        new Withdrawal(
                                Withdrawal.Kind.ERROR,
                                Optional.of("Wrong plant."),
                                Optional.empty()),
                        Actor.BUILT_IN);
        ItemKey mint = new ItemKey(GARDEN, new ArticleId("keeping-mint"), EN);
        ItemKey foreign = new ItemKey(GARDEN, new ArticleId("of-nobody"), EN);
        RawItem empty = new RawItem(new TreeMap<>(), "");

        Merging.Answer answer =
                merge(
                        first,
                        first,
                        true,
                        new Merging.Sent(foreign, empty, Optional.empty(), Optional.empty()),
                        new Merging.Sent(mint, empty, Optional.empty(), Optional.empty()));

        assertThat(answer.unknown()).containsExactly(foreign);
        assertThat(answer.items().get(0).sent()).isEqualTo(mint);
        assertThat(answer.items().get(0).item().action()).isEqualTo(Action.RETIRE);
        assertThat(answer.items().get(0).item().notes())
                .containsExactly("The article was withdrawn (error): Wrong plant.");
        assertThat(answer.items().get(0).result()).isEmpty();
        assertThat(answer.items().stream().skip(1).map(m -> m.item().action()))
                .isNotEmpty()
                .containsOnly(Action.CREATE);
        assertThat(answer.items().stream().skip(1).map(m -> m.status().orElseThrow()))
                .containsOnly(ItemStatus.LIVE);
    }

    @Test
    void anItemWhoseBaseIsNotKnownIsForPeople() throws IOException {
        Registration first = it.publish(garden());
        InMemoryPackFiles more =
                changed(
                        garden(),
                        "pack.yaml",
                        "version: 1.0.0",
                        "version: 1.1.0\nchanges:\n  - kind: addition\n    article: drying-mint\n"
                                + "    text: How to dry it.");
        String mint =
                new String(
                        more.read(new FilePath("articles/keeping-mint.md")),
                        StandardCharsets.UTF_8);
        Registration second =
                it.publish(
                        more.with(
                                "articles/drying-mint.md",
                                mint.replace("keeping-mint", "drying-mint")
                                        .getBytes(StandardCharsets.UTF_8)));
        ItemKey dry = new ItemKey(GARDEN, new ArticleId("drying-mint"), EN);
        RawItem ours =
                new RawItem(
                        new TreeMap<>(Map.of("title", new Value.Text("Ours"))), "<p>Our text.</p>");

        Merging.Merged merged =
                merge(
                                first,
                                second,
                                false,
                                new Merging.Sent(dry, ours, Optional.empty(), Optional.empty()))
                        .items()
                        .get(0);

        assertThat(merged.item().action()).isEqualTo(Action.CONFLICT);
        assertThat(steps(merged))
                .isNotEmpty()
                .allMatch(step -> step.endsWith(" conflict"))
                .contains("field:title conflict", "section:watering conflict");
        assertThat(merged.result()).contains(ours);
    }

    @Test
    void theLongestNoticeIsNoRemarkOnceItIsThere() throws IOException {
        Registration release = it.publish(SyncFixture.garden());
        ItemKey mint = new ItemKey(GARDEN, new ArticleId("keeping-mint"), new Language("en"));
        it.registry
                .withdrawals()
                .withdraw(
                        GARDEN,
                        release.id().version(),
                        Optional.of(mint.article()),
                        new Withdrawal(
                                Withdrawal.Kind.SUPERSEDED,
                                Optional.of("é".repeat(Withdrawal.MAX_NOTE)),
                                Optional.empty()),
                        Actor.BUILT_IN);

        Merging.Sent sent = made(release, mint);

        assertThat(sent.notice().orElseThrow()).hasSizeGreaterThan(Withdrawal.MAX_NOTE);
        assertThat(merge(release, release, false, sent).items().get(0).item().action())
                .isEqualTo(Action.UNCHANGED);
    }
}
