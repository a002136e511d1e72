package org.contentpack.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.contentpack.pack.PackId;
import org.contentpack.registry.Actor;
import org.contentpack.registry.PublishResult;
import org.contentpack.registry.Registry;
import org.contentpack.registry.Submission;
import org.contentpack.registry.TestPack;
import org.contentpack.registry.TestRegistry;
import org.contentpack.registry.Withdrawal;
import org.contentpack.storage.Database;
import org.contentpack.storage.DatabaseOutbox;
import org.contentpack.storage.DatabaseReleaseStore;
import org.contentpack.storage.DatabaseSettings;
import org.contentpack.sync.http.SiteHttp;
import org.contentpack.sync.http.SiteLimits;
import org.contentpack.version.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a webhook is told, when, and in which order; over a real store and a real connection. */
class DeliveryTest {

    private static final WebhookName NAME = new WebhookName("site");
    private static final SiteLimits LIMITS =
            new SiteLimits(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    1_000,
                    Duration.ofSeconds(1),
                    1);

    @TempDir Path folder;

    private Receiver receiver;
    private Database database;
    private Registry registry;

    /** The receiver's library compares with the clock of the machine. */
    private Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @BeforeEach
    void start() throws IOException {
        receiver = new Receiver();
        database = Database.open(DatabaseSettings.fileIn(folder));
        registry = TestRegistry.over(new DatabaseReleaseStore(database));
    }

    @AfterEach
    void stop() {
        database.close();
        receiver.close();
    }

    private static WebhookSecret secret(String text) {
        return WebhookSecret.parse(text).orElseThrow();
    }

    private Webhook webhook(List<WebhookSecret> secrets, Set<EventKind> kinds) {
        return new Webhook(
                NAME,
                new SiteHttp(receiver.address(), false, LIMITS, time -> {}, InstantSource.system()),
                "/hook?key=of%20theirs",
                secrets,
                kinds);
    }

    private Delivery delivery(Webhook webhook, String server) {
        return new Delivery(
                webhook,
                registry,
                new DatabaseOutbox(database),
                event -> "{\"sequence\":" + event.sequence() + "}",
                () -> now,
                server);
    }

    private Delivery delivery() {
        return delivery(webhook(List.of(secret(Receiver.SECRET)), Set.of()), "one");
    }

    private void publish(String version) throws IOException {
        TestPack files = new TestPack("knots", version).article("knots", "en", "K", "", version);
        assertThat(registry.publish(new Submission(files.files(), List.of(), Actor.BUILT_IN)))
                .isInstanceOf(PublishResult.Published.class);
    }

    private void withdraw(String version) throws IOException {
        registry.withdrawals()
                .withdraw(
                        new PackId("knots"),
                        new Version(version),
                        Optional.empty(),
                        new Withdrawal(
                                Withdrawal.Kind.SUPERSEDED, Optional.empty(), Optional.empty()),
                        Actor.BUILT_IN);
    }

    private static String id(long sequence) {
        return "evt_" + sequence + "_" + TestRegistry.NOW.toEpochMilli();
    }

    private List<String> log() throws IOException {
        return new DatabaseOutbox(database)
                .log(NAME, 0, 100).stream()
                        .map(
                                line ->
                                        line.sequence()
                                                + " "
                                                + line.attempt().event()
                                                + " "
                                                + line.attempt().failure().orElse("taken"))
                        .toList();
    }

    @Test
    void aWebhookIsToldOfWhatHappensFromItsFirstRoundOn() throws IOException {
        publish("1.0.0");
        Delivery delivery = delivery();
        delivery.round();
        publish("1.0.1");
        withdraw("1.0.0");
        delivery.round();
        delivery.round();

        assertThat(receiver.taken())
                .containsExactly(
                        new Receiver.Received(id(2), "{\"sequence\":2}", "/hook?key=of%20theirs"),
                        new Receiver.Received(id(3), "{\"sequence\":3}", "/hook?key=of%20theirs"));
        assertThat(receiver.refused()).isEmpty();
        assertThat(log()).containsExactly("1 2 taken", "2 3 taken");
        assertThat(delivery.behind()).isZero();
    }

    @Test
    void aNoticeIsSentUntilItIsTakenAndNoneBeforeIt() throws IOException {
        Delivery delivery = delivery();
        delivery.round();
        publish("1.0.0");
        publish("1.0.1");
        receiver.answerWith(500);

        delivery.round();
        assertThat(delivery.isFailing()).isTrue();
        assertThat(delivery.behind()).isEqualTo(2);
        delivery.round();
        assertThat(receiver.refused()).as("too early for another try").containsExactly(id(1));

        receiver.answerWith(204);
        now = now.plus(Delivery.PAUSES.get(0));
        delivery.round();

        assertThat(receiver.ids()).containsExactly(id(1), id(2));
        assertThat(delivery.isFailing()).isFalse();
        assertThat(log())
                .containsExactly(
                        "1 1 The site failed (500). Look into the site's own log.",
                        "2 1 taken",
                        "3 2 taken");
    }

    @Test
    void triesAreFurtherAndFurtherApartAndNeverEnd() throws IOException {
        delivery().round();
        publish("1.0.0");
        receiver.answerWith(503);
        List<Duration> pauses = new ArrayList<>(Delivery.PAUSES);
        pauses.add(Duration.ofHours(1));
        for (Duration pause : pauses) {
            // A new process each time: what it knows is in the store.
            delivery().round();
            now = now.plus(pause).minusSeconds(1);
            delivery().round();
            now = now.plusSeconds(1);
        }

        assertThat(receiver.refused()).as("by its clock, too late for the library").hasSize(7);
        assertThat(log()).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 401, 403, 404, 410, 422, 429})
    void anyOtherAnswerThanSuccessIsAFailureAndNoRedirectIsFollowed(int status) throws IOException {
        Delivery delivery = delivery();
        delivery.round();
        publish("1.0.0");
        receiver.answerWith(status);

        delivery.round();

        assertThat(receiver.refused()).containsExactly(id(1));
        assertThat(receiver.taken()).isEmpty();
        assertThat(delivery.isFailing()).isTrue();
        assertThat(log())
                .singleElement()
                .asString()
                .contains("(" + status + ")")
                .doesNotContain("key=of");
    }

    @Test
    void onlyKindsThatAreAskedForAreToldAndOthersHoldNothingUp() throws IOException {
        Delivery delivery =
                delivery(
                        webhook(List.of(secret(Receiver.SECRET)), Set.of(EventKind.WITHDRAWN)),
                        "one");
        delivery.round();
        publish("1.0.0");
        publish("1.0.1");
        withdraw("1.0.0");
        publish("1.0.2");
        delivery.round();

        assertThat(receiver.ids()).containsExactly(id(3));
        assertThat(new DatabaseOutbox(database).position(NAME))
                .contains(new Position(4, 0, Optional.empty()));
    }

    @Test
    void whileSecretsAreExchangedEitherIsBelieved() throws IOException {
        WebhookSecret other = secret("whsec_" + "QUJD".repeat(8));
        for (List<WebhookSecret> secrets :
                List.of(
                        List.of(other, secret(Receiver.SECRET)),
                        List.of(secret(Receiver.SECRET), other))) {
            Delivery delivery = delivery(webhook(secrets, Set.of()), "one");
            delivery.round();
            publish("1.0." + receiver.taken().size());
            delivery.round();
        }
        assertThat(receiver.ids()).containsExactly(id(1), id(2));

        Delivery wrong = delivery(webhook(List.of(other), Set.of()), "one");
        publish("1.0.2");
        wrong.round();
        assertThat(receiver.taken()).hasSize(2);
        assertThat(wrong.isFailing()).isTrue();
    }

    @Test
    void oneServerAtATimeTells() throws IOException {
        Webhook webhook = webhook(List.of(secret(Receiver.SECRET)), Set.of());
        Delivery one = delivery(webhook, "one");
        Delivery two = delivery(webhook, "two");
        one.round();
        for (int i = 0; i < 10; i++) {
            publish("1.0." + i);
            (i % 2 == 0 ? one : two).round();
            two.round();
            one.round();
        }

        assertThat(receiver.ids())
                .isEqualTo(Stream.iterate(1L, i -> i + 1).limit(10).map(DeliveryTest::id).toList());
    }

    @Test
    void whatIsAskedForIsToldAgainWithTheSameId() throws IOException {
        Delivery delivery = delivery();
        delivery.round();
        publish("1.0.0");
        publish("1.0.1");
        delivery.round();
        Webhooks webhooks =
                new Webhooks(List.of(delivery.webhook()), new DatabaseOutbox(database), registry);

        assertThat(webhooks.replay(delivery.webhook(), 2)).isTrue();
        delivery.round();
        assertThat(webhooks.replay(delivery.webhook(), 0)).isFalse();
        assertThat(webhooks.replay(delivery.webhook(), 4)).isFalse();
        assertThat(webhooks.replay(delivery.webhook(), 3)).as("the next one").isTrue();
        delivery.round();

        assertThat(receiver.ids()).containsExactly(id(1), id(2), id(2));
    }

    @Test
    void whatIsRefusedForEverCanBePassedOver() throws IOException {
        Delivery delivery = delivery();
        delivery.round();
        publish("1.0.0");
        publish("1.0.1");
        receiver.answerWith(400);
        delivery.round();
        receiver.answerWith(204);
        Webhooks webhooks =
                new Webhooks(List.of(delivery.webhook()), new DatabaseOutbox(database), registry);

        assertThat(webhooks.replay(delivery.webhook(), 2)).isTrue();
        delivery.round();

        assertThat(receiver.ids()).containsExactly(id(2));
    }
}
