package org.contentpack.webhook;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contentpack.pack.PackId;
import org.contentpack.registry.Actor;
import org.contentpack.registry.Registry;
import org.contentpack.registry.Submission;
import org.contentpack.registry.TestPack;
import org.contentpack.registry.TestRegistry;
import org.contentpack.storage.Database;
import org.contentpack.storage.DatabaseOutbox;
import org.contentpack.storage.DatabaseReleaseStore;
import org.contentpack.storage.DatabaseSettings;
import org.contentpack.sync.http.SiteHttp;
import org.contentpack.sync.http.SiteLimits;

/**
 * A server in a process of its own, to be killed: publishes version after version and tells a
 * webhook of each. Arguments: folder of the store, address of the webhook, releases after which it
 * ends by itself.
 */
final class DeliveryLoop {

    private static final PackId PACK = new PackId("killed-notices");

    private DeliveryLoop() {}

    public static void main(String[] arguments) throws IOException {
        SiteLimits limits =
                new SiteLimits(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        1_000,
                        Duration.ofSeconds(1),
                        1);
        InstantSource clock = InstantSource.system();
        try (Database database = Database.open(DatabaseSettings.fileIn(Path.of(arguments[0])))) {
            Registry registry = TestRegistry.over(new DatabaseReleaseStore(database), clock);
            registry.follow();
            Delivery delivery =
                    new Delivery(
                            new Webhook(
                                    new WebhookName("site"),
                                    new SiteHttp(
                                            URI.create(arguments[1]),
                                            false,
                                            limits,
                                            time -> {},
                                            clock),
                                    "/",
                                    List.of(WebhookSecret.parse(Receiver.SECRET).orElseThrow()),
                                    Set.of()),
                            registry,
                            new DatabaseOutbox(database),
                            event -> "{\"sequence\":" + event.sequence() + "}",
                            clock,
                            UUID.randomUUID().toString());
            delivery.round();
            int most = Integer.parseInt(arguments[2]);
            for (int i = registry.history(PACK).registrations().size(); i < most; i++) {
                String version = "1.0." + i;
                registry.publish(
                        new Submission(
                                new TestPack(PACK.value(), version)
                                        .article("note", "en", "Note", "", version)
                                        .files(),
                                List.of(),
                                Actor.BUILT_IN));
                delivery.round();
            }
        }
    }
}
