package org.contentpack.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
import org.contentpack.storage.InMemoryReleaseStore;
import org.contentpack.version.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which translations lack a safety change, and what readers get of them. */
class StaleTranslationsTest {

    private static final PackId PACK = new PackId("found-notes");
    private static final ArticleId KNOTS = new ArticleId("knots");
    private static final String SAFETY_NOTE = "Said better.";

    private final Registry registry = TestRegistry.over(new InMemoryReleaseStore());

    private static TestPack pack(String version, String text) {
        return new TestPack(PACK.value(), version).article("knots", "en", "Knots", "", text);
    }

    private static Digest sourceOf(String text) {
        return pack("1.0.0", text).source("knots");
    }

    /** Publishes a text with a translation that was made from another. */
    private Registration publish(String version, String text, String madeFrom, String... kinds)
            throws IOException {
        TestPack pack =
                pack(version, text).staleTranslation("knots", "es", "Es.", sourceOf(madeFrom));
        for (String kind : kinds) {
            pack.note(kind, "knots");
        }
        return publish(pack);
    }

    private Registration publish(TestPack pack) throws IOException {
        PublishResult result =
                registry.publish(new Submission(pack.files(), List.of(), Actor.BUILT_IN));
        assertThat(result).isInstanceOf(PublishResult.Published.class);
        return ((PublishResult.Published) result).registration();
    }

    /**
     * What the translations of a release lack: versions, and whether a note is known, by language.
     */
    private Map<String, List<MissedSafety>> missed(Registration registration) throws IOException {
        Map<String, List<MissedSafety>> missed = new TreeMap<>();
        registry.served(registry.history(PACK), registration)
                .missed()
                .forEach((head, all) -> missed.put(head.language().tag(), all));
        return missed;
    }

    private static MissedSafety in(String version) {
        return new MissedSafety(new Version(version), Optional.of(SAFETY_NOTE));
    }

    private static MissedSafety unknown(String version) {
        return new MissedSafety(new Version(version), Optional.empty());
    }

    @Test
    void aFreshTranslationLacksNothing() throws IOException {
        publish("1.0.0", "One.", "One.");

        assertThat(missed(publish("1.1.0", "Two.", "Two.", "safety"))).isEmpty();
    }

    @Test
    void aTranslationLacksTheSafetyChangesSinceItsSource() throws IOException {
        publish("1.0.0", "One.", "One.");

        assertThat(missed(publish("1.1.0", "Two.", "One.", "correction"))).isEmpty();
        assertThat(missed(publish("1.2.0", "Three.", "One.", "safety")))
                .isEqualTo(Map.of("es", List.of(in("1.2.0"))));
        assertThat(missed(publish("1.3.0", "Four.", "One.", "correction")))
                .isEqualTo(Map.of("es", List.of(in("1.2.0"))));
        assertThat(missed(publish("1.4.0", "Five.", "Three.", "correction"))).isEmpty();
        assertThat(missed(publish("1.5.0", "Six.", "Two.", "safety")))
                .isEqualTo(Map.of("es", List.of(in("1.5.0"), in("1.2.0"))));
    }

    @Test
    void aTextThatCameBackIsTheSameText() throws IOException {
        publish("1.0.0", "One.", "One.");
        publish("1.1.0", "Two.", "One.", "safety");

        assertThat(missed(publish("1.2.0", "One.", "One.", "editorial"))).isEmpty();
        assertThat(missed(publish("1.3.0", "Three.", "One.", "editorial"))).isEmpty();
    }

    @Test
    void whatWasMadeFromBytesThatNobodyKnowsLacksEveryStep() throws IOException {
        publish("1.0.0", "One.", "A draft.", "safety");
        publish("1.1.0", "Two.", "A draft.", "safety");

        assertThat(missed(publish("1.2.0", "Three.", "A draft.", "editorial")))
                .isEqualTo(Map.of("es", List.of(in("1.1.0"))));
    }

    @Test
    void aSafetyChangeOfAnotherTranslationIsNoneOfTheSource() throws IOException {
        publish("1.0.0", "One.", "One.");
        publish("1.1.0", "Two.", "One.", "editorial");
        publish(
                pack("1.2.0", "Two.")
                        .article("knots", "fr", "Noeuds", "", "Fr.")
                        .note("addition", "knots")
                        .staleTranslation("knots", "es", "Es.", sourceOf("One."))
                        .note("safety", "knots"));

        assertThat(missed(publish("2.0.0", "Three.", "One.", "editorial"))).isEmpty();
    }

    @Test
    void anotherArticleIsNotLookedAt() throws IOException {
        publish(
                pack("1.0.0", "One.")
                        .article("bends", "en", "Bends", "", "One.")
                        .article("knots", "es", "Nudos", "", "Es."));

        assertThat(
                        missed(
                                publish(
                                        pack("1.1.0", "Two.")
                                                .article("bends", "en", "Bends", "", "Two.")
                                                .note("safety", "bends")
                                                .staleTranslation(
                                                        "knots", "es", "Es.", sourceOf("One.")))))
                .isEmpty();
    }

    @Test
    void aTranslationOfAPreReleaseHasItsTexts() throws IOException {
        publish("1.0.0", "One.", "One.");
        publish("1.1.0", "Two.", "One.", "safety");
        publish("1.2.0-rc.1", "Three.", "One.", "safety");

        assertThat(missed(publish("1.2.0", "Four.", "Three.", "editorial"))).isEmpty();
        assertThat(missed(publish("1.2.1", "Five.", "Two.", "editorial"))).isEmpty();
        assertThat(missed(publish("1.3.0-rc.1", "Six.", "One.", "safety")))
                .isEqualTo(Map.of("es", List.of(in("1.3.0-rc.1"), in("1.1.0"))));
    }

    @Test
    void anArticleIsFollowedToItsFormerName() throws IOException {
        publish("1.0.0", "One.", "One.");
        publish("1.1.0", "Two.", "One.", "safety");
        Registration renamed =
                publish(
                        new TestPack(PACK.value(), "1.2.0")
                                .article("hitches", "en", "Knots", "", "Three.")
                                .note("addition", "hitches")
                                .staleTranslation("hitches", "es", "Es.", sourceOf("One."))
                                .manifest(
                                        "redirects: [{kind: article, from: knots, to: hitches}]"));

        assertThat(missed(renamed)).isEqualTo(Map.of("es", List.of(in("1.1.0"))));
    }

    @Test
    void whatAnErasedReleaseChangedNobodyKnows() throws IOException {
        publish("1.0.0", "One.", "One.");
        Registration erased = publish("1.1.0", "Two.", "One.", "editorial");
        Registration last = publish("1.2.0", "Three.", "One.", "editorial");
        assertThat(missed(last)).isEmpty();

        erase(erased);

        assertThat(missed(last)).isEqualTo(Map.of("es", List.of(unknown("1.1.0"))));
    }

    @Test
    void theFirstReleaseChangedNothingThoughItWasErased() throws IOException {
        Registration first = publish("1.0.0", "One.", "One.");
        Registration last = publish("1.1.0", "Two.", "One.", "editorial");

        erase(first);

        assertThat(missed(last)).isEmpty();
    }

    private void erase(Registration registration) throws IOException {
        registry.withdrawals()
                .withdraw(
                        PACK,
                        registration.id().version(),
                        Optional.empty(),
                        new Withdrawal(
                                Withdrawal.Kind.ERASED, Optional.of("By law."), Optional.empty()),
                        Actor.BUILT_IN);
    }

    @Test
    void aRepairBelowIsSeenAbove() throws IOException {
        publish("1.0.0", "One.", "One.");
        Registration higher = publish("1.1.0", "Three.", "One.", "editorial");
        assertThat(missed(higher)).isEmpty();

        publish("1.0.1", "Two.", "One.", "safety");

        assertThat(missed(higher)).isEqualTo(Map.of("es", List.of(in("1.0.1"))));
    }

    @ParameterizedTest
    @EnumSource(StaleTranslations.class)
    void readersGetItAsTheSettingSays(StaleTranslations policy) throws IOException {
        Registry served = TestRegistry.over(new InMemoryReleaseStore(), policy);
        for (TestPack pack :
                List.of(
                        pack("1.0.0", "One.").article("knots", "es", "Nudos", "", "Es."),
                        pack("1.1.0", "Two.")
                                .note("safety", "knots")
                                .note("addition", "knots")
                                .article("knots", "fr", "Noeuds", "", "Fr.")
                                .staleTranslation("knots", "es", "Es.", sourceOf("One.")))) {
            assertThat(served.publish(new Submission(pack.files(), List.of(), Actor.BUILT_IN)))
                    .isInstanceOf(PublishResult.Published.class);
        }
        PackHistory history = served.history(PACK);
        boolean holds = policy == StaleTranslations.HOLD;

        ServedRelease release = served.served(history, history.latest().orElseThrow());

        assertThat(languages(release.whole().articles())).containsExactly("en", "es", "fr");
        assertThat(languages(release.shown().articles()))
                .containsExactlyElementsOf(holds ? List.of("en", "fr") : List.of("en", "es", "fr"));
        assertThat(release.shown().digest()).isEqualTo(release.whole().digest());
        assertThat(languages(release.held(KNOTS)))
                .containsExactlyElementsOf(holds ? List.of("es") : List.of());
        assertThat(release.held()).isEqualTo(release.held(KNOTS));
        assertThat(release.missed().values()).containsExactly(List.of(in("1.1.0")));
    }

    private static List<String> languages(List<ArticleHead> heads) {
        return heads.stream().map(head -> head.language().tag()).toList();
    }

    @Test
    void theWordsOfTheSettingAreTheseAlone() {
        assertThat(StaleTranslations.parse("hold")).contains(StaleTranslations.HOLD);
        assertThat(StaleTranslations.parse("banner")).contains(StaleTranslations.BANNER);
        assertThat(StaleTranslations.parse("HOLD")).isEmpty();
        assertThat(StaleTranslations.HOLD.id()).isEqualTo("hold");
    }
}
