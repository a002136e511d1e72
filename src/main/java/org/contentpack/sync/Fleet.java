package org.contentpack.sync;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.Change;
import org.contentpack.pack.ChangeKind;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.ReviewState;
import org.contentpack.registry.Withdrawal;
import org.contentpack.version.Version;

/** Where our articles stand, and what is due there. Asks no CMS. */
final class Fleet {

    /** How long a safety change may take to arrive, counted from its release's datetime. */
    private static final Duration SAFETY = Duration.ofDays(14);

    private final Registry registry;
    private final Targets targets;
    private final SyncStore store;
    private final InstantSource clock;

    Fleet(Registry registry, Targets targets, SyncStore store, InstantSource clock) {
        this.registry = registry;
        this.targets = targets;
        this.store = store;
        this.clock = clock;
    }

    List<FleetEntry> entries(SyncStore.Filter filter) throws IOException {
        Map<TargetName, Map<ItemKey, Seen>> seen = new HashMap<>();
        Map<TargetName, Optional<Instant>> contacts = new HashMap<>();
        List<FleetEntry> entries = new ArrayList<>();
        for (Installation each : store.installations(filter)) {
            TargetName target = each.target();
            if (!contacts.containsKey(target)) {
                contacts.put(target, store.lastContact(target));
                seen.put(target, store.seen(target));
            }
            entries.add(
                    entry(
                            each,
                            seen.getOrDefault(target, Map.of())
                                    .getOrDefault(each.key(), Seen.NOT_YET),
                            contacts.getOrDefault(target, Optional.empty())));
        }
        return entries;
    }

    private FleetEntry entry(Installation each, Seen seen, Optional<Instant> contact)
            throws IOException {
        PackHistory history = registry.history(each.key().pack());
        Optional<Registration> latest = history.latest();
        boolean isLinked =
                each.state() == Installation.State.LINKED
                        || each.state() == Installation.State.ADOPTED;
        boolean isBehind =
                isLinked
                        && latest.filter(l -> l.id().version().compareTo(each.version()) > 0)
                                .isPresent();
        Optional<Withdrawal> withdrawal =
                history.withdrawal(each.version())
                        .or(() -> history.withdrawal(each.version(), each.key().article()));
        return new FleetEntry(
                each,
                latest.map(l -> l.id().version()),
                isBehind,
                review(each, history),
                withdrawal.map(w -> w.kind().id()),
                isBehind ? alert(each, history) : Optional.empty(),
                seen.isDrifted(),
                seen.status(),
                targets.find(each.target()).isPresent() ? contact : Optional.empty());
    }

    private String review(Installation each, PackHistory history) throws IOException {
        Version version = each.version();
        Optional<Registration> release =
                history.release(version).filter(r -> !history.isErased(version));
        if (release.isEmpty()) {
            return "unknown";
        }
        Optional<ArticleHead> head =
                registry.release(release.get())
                        .article(each.key().article(), each.key().language());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return head.map(h -> ReviewState.of(h, history, today).id()).orElse("unknown");
    }

    /** The oldest safety change that has not arrived: its deadline comes first. */
    private Optional<FleetEntry.Alert> alert(Installation each, PackHistory history)
            throws IOException {
        Optional<FleetEntry.Alert> oldest = Optional.empty();
        for (Registration release : history.registrations()) {
            Version version = release.id().version();
            if (version.compareTo(each.version()) > 0
                    && version.isStable()
                    && !history.isErased(version)) {
                for (Change change : registry.release(release).manifest().changes()) {
                    if (change.kind() == ChangeKind.SAFETY
                            && change.article().equals(each.key().article())) {
                        oldest =
                                Optional.of(
                                        new FleetEntry.Alert(
                                                version,
                                                change.text(),
                                                release.datetime().plus(SAFETY)));
                    }
                }
            }
        }
        return oldest;
    }
}
