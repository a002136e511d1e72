package org.contentpack.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.contentpack.registry.Registry;
import org.contentpack.rest.EventNotices;
import org.contentpack.rest.JsonWriter;
import org.contentpack.rest.Links;
import org.contentpack.storage.Database;
import org.contentpack.storage.DatabaseOutbox;
import org.contentpack.webhook.Delivery;
import org.contentpack.webhook.Outbox;
import org.contentpack.webhook.Webhooks;
import org.eclipse.microprofile.config.Config;

/** Puts webhooks together for a server; see {@link Wiring} for everything else. */
@ApplicationScoped
public class WebhookWiring {

    /** Deliveries to all configured webhooks. */
    record Deliveries(List<Delivery> all) {}

    @Produces
    @Singleton
    Outbox outbox(Database database) {
        return new DatabaseOutbox(database);
    }

    /** Those of the configuration. */
    @Produces
    @Singleton
    Webhooks webhooks(Config config, Outbox outbox, Registry registry, InstantSource clock) {
        return new Webhooks(new WebhookSettings(config, clock).webhooks(), outbox, registry);
    }

    /** Named anew at each start, so that nobody takes a former process's lease for its own. */
    @Produces
    @Singleton
    Deliveries deliveries(
            Webhooks webhooks,
            Registry registry,
            Outbox outbox,
            JsonWriter json,
            Links links,
            InstantSource clock) {
        String server = "server-" + UUID.randomUUID();
        EventNotices writer = new EventNotices(json, links);
        return new Deliveries(
                webhooks.all().stream()
                        .map(
                                webhook ->
                                        new Delivery(
                                                webhook, registry, outbox, writer, clock, server))
                        .toList());
    }
}
