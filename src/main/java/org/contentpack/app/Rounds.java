package org.contentpack.app;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.contentpack.access.AuditLog;
import org.contentpack.archive.Limits;
import org.contentpack.purge.Purge;
import org.contentpack.registry.IntakeReport.Entry;
import org.contentpack.registry.Registry;
import org.contentpack.search.Search;
import org.contentpack.sync.Sync;
import org.contentpack.webhook.Delivery;
import org.contentpack.webhook.Webhooks;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the server does again and again: looks into the inbox, and takes over what other servers
 * wrote to the same store.
 */
@ApplicationScoped
public class Rounds {

    private static final Logger LOG = System.getLogger(Rounds.class.getName());

    /** Seconds between two looks for audit entries that are too old. */
    private static final int HOUR = 3_600;

    /**
     * Seconds after which the search knows of a release at the latest. The first look is as late,
     * so that reading the index does not keep the start waiting.
     */
    private static final int SEARCH_SECONDS = 1;

    /** Seconds after which a cache in front is told what to forget at the latest. */
    private static final int PURGE_SECONDS = 1;

    /** Seconds after which a webhook is told of an event at the latest. */
    private static final int WEBHOOK_SECONDS = 1;

    /** How long it can be read what came of a try. */
    private static final Duration ATTEMPTS_KEPT = Duration.ofDays(30);

    @Inject Registry registry;

    @Inject Limits limits;

    @Inject
    @ConfigProperty(name = "contentpack.inbox")
    Optional<String> inboxFolder;

    /** Seconds between two looks into the inbox. */
    @Inject
    @ConfigProperty(name = "contentpack.inbox.seconds", defaultValue = "3")
    int inboxSeconds;

    /** Seconds after which another server's writing is known here at the latest. */
    @Inject
    @ConfigProperty(name = "contentpack.follow.seconds", defaultValue = "2")
    int followSeconds;

    /**
     * Seconds between two looks for runs that nobody works on and for what policies let through.
     */
    @Inject
    @ConfigProperty(name = "contentpack.sync.seconds", defaultValue = "60")
    int syncSeconds;

    @Inject Sync sync;

    @Inject Search search;

    @Inject Purges purges;

    @Inject WebhookWiring.Deliveries deliveries;

    @Inject Webhooks webhooks;

    @Inject PrometheusMeterRegistry meters;

    /** Days for which entries of the audit log are kept; all of them where it is not set. */
    @Inject
    @ConfigProperty(name = "contentpack.audit.days")
    Optional<Integer> auditDays;

    @Inject AuditLog audit;

    @Inject InstantSource clock;

    @Inject ManagedScheduledExecutorService scheduler;

    private final List<Future<?>> tasks = new ArrayList<>();
    private volatile Optional<Inbox> inbox = Optional.empty();
    private boolean isFailing;
    private boolean isSyncFailing;

    void begin() {
        inbox = inboxFolder.map(folder -> new Inbox(Path.of(folder), registry, limits));
        inbox.ifPresent(box -> every(inboxSeconds, box::round));
        every(followSeconds, this::follow);
        every(SEARCH_SECONDS, search::round);
        purges.begin();
        for (Purge purge : purges.all()) {
            Metrics.bind(purge, meters);
            every(PURGE_SECONDS, purge::round);
        }
        for (Delivery delivery : deliveries.all()) {
            Metrics.bind(delivery, meters);
            every(WEBHOOK_SECONDS, delivery::round);
        }
        if (!deliveries.all().isEmpty()) {
            every(HOUR, this::forgetAttempts);
        }
        if (!sync.targets().isEmpty()) {
            every(syncSeconds, this::synchronise);
        }
        auditDays
                .map(AuditRetention::ofDays)
                .ifPresent(retention -> every(HOUR, () -> retention.apply(audit, clock)));
    }

    private void every(int seconds, Runnable task) {
        tasks.add(scheduler.scheduleWithFixedDelay(task, seconds, seconds, TimeUnit.SECONDS));
    }

    private void follow() {
        try {
            registry.follow();
            if (isFailing) {
                LOG.log(Level.INFO, "the store can be reached again");
            }
            isFailing = false;
        } catch (IOException e) {
            if (!isFailing) {
                LOG.log(Level.ERROR, "the store cannot be reached; what is known is served", e);
            }
            isFailing = true;
        }
    }

    private void synchronise() {
        try {
            sync.resume();
            sync.automate();
            isSyncFailing = false;
        } catch (IOException e) {
            if (!isSyncFailing) {
                LOG.log(Level.WARNING, "targets cannot be kept in step at the moment", e);
            }
            isSyncFailing = true;
        }
    }

    private void forgetAttempts() {
        try {
            webhooks.forgetBefore(clock.instant().minus(ATTEMPTS_KEPT));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "old tries of webhooks cannot be taken away", e);
        }
    }

    /** What came of the packs in the inbox. */
    List<Entry> inbox() {
        return inbox.map(Inbox::entries).orElse(List.of());
    }

    @PreDestroy
    void end() {
        deliveries.all().forEach(Delivery::stop);
        tasks.forEach(task -> task.cancel(false));
    }
}
