package org.contentpack.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contentpack.pack.Change;
import org.contentpack.pack.Manifest;
import org.contentpack.pack.PackId;
import org.contentpack.pack.ReleaseId;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.PackHistory.InForce;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.Withdrawal;
import org.contentpack.render.ReleaseFeed;

/** The releases of a pack as a feed. */
@Dependent
public class Feeds {

    /** Entries and tombstones each: what a reader may have missed in a long holiday. */
    private static final int MOST = 50;

    private static final Comparator<Registration> NEWEST_FIRST =
            Comparator.comparingLong(Registration::sequence).reversed();

    @Inject Registry registry;

    @Inject Links links;

    @Inject Responses responses;

    @Inject JsonWriter json;

    /**
     * @throws ProblemException where nothing of the pack may be read any more
     */
    private ReleaseFeed of(PackHistory history) throws IOException {
        Registration shown =
                history.shown()
                        .orElseThrow(
                                () ->
                                        ProblemException.notFound(
                                                "Every release of \""
                                                        + history.pack()
                                                        + "\" is withdrawn."));
        Manifest pack = registry.release(shown).manifest();
        List<ReleaseFeed.Entry> entries = new ArrayList<>();
        List<ReleaseFeed.Tombstone> tombstones = new ArrayList<>();
        for (Registration each : history.registrations().stream().sorted(NEWEST_FIRST).toList()) {
            Optional<InForce> withdrawal = history.inForce(each.id().version(), Optional.empty());
            if (withdrawal.filter(w -> !w.withdrawal().kind().isShown()).isPresent()) {
                if (tombstones.size() < MOST) {
                    tombstones.add(tombstone(each, withdrawal.get()));
                }
            } else if (entries.size() < MOST) {
                entries.add(entry(each, withdrawal));
            }
        }
        return new ReleaseFeed(
                id(history.pack()),
                pack.title(),
                pack.summary(),
                pack.language(),
                pack.publisher(),
                links.home(),
                links.versions(history.pack()),
                latest(entries, tombstones),
                entries,
                tombstones);
    }

    /** The feed in one of its two formats. */
    Response answer(PackHistory history, String format, HttpServletRequest request)
            throws IOException {
        ReleaseFeed feed = of(history);
        byte[] bytes =
                format.equals(ReleaseFeed.ATOM)
                        ? feed.atom().getBytes(StandardCharsets.UTF_8)
                        : json.bytes(feed.jsonFeed());
        String ending =
                format.equals(ReleaseFeed.ATOM)
                        ? ReleaseFeed.ATOM_ENDING
                        : ReleaseFeed.JSON_FEED_ENDING;
        return responses.of(
                new Representation(
                        bytes,
                        format,
                        Optional.of(feed.language()),
                        CacheLifetime.MOVING,
                        List.of(),
                        Optional.of(feed.self() + "." + ending)),
                request);
    }

    private static Instant latest(
            List<ReleaseFeed.Entry> entries, List<ReleaseFeed.Tombstone> tombstones) {
        Instant latest = Instant.EPOCH;
        for (ReleaseFeed.Entry entry : entries) {
            latest = entry.updated().isAfter(latest) ? entry.updated() : latest;
        }
        for (ReleaseFeed.Tombstone tombstone : tombstones) {
            latest = tombstone.when().isAfter(latest) ? tombstone.when() : latest;
        }
        return latest;
    }

    private ReleaseFeed.Entry entry(Registration registration, Optional<InForce> withdrawal)
            throws IOException {
        Manifest manifest = registry.release(registration).manifest();
        String title = manifest.title() + ", " + manifest.version();
        return new ReleaseFeed.Entry(
                id(registration.id()),
                links.release(registration.id()),
                withdrawal.map(w -> title + " (" + w.withdrawal().kind().id() + ")").orElse(title),
                withdrawal.map(w -> reason(w.withdrawal()) + "\n").orElse("") + text(manifest),
                manifest.changes().stream().map(c -> c.kind().id()).distinct().toList(),
                registration.datetime(),
                withdrawal
                        .map(InForce::since)
                        .filter(since -> since.isAfter(registration.datetime()))
                        .orElse(registration.datetime()));
    }

    /** What changed, as the publisher says; of a first release what the pack is about. */
    private static String text(Manifest manifest) {
        return manifest.changes().isEmpty()
                ? manifest.summary()
                : manifest.changes().stream().map(Feeds::line).collect(Collectors.joining("\n"));
    }

    private static String line(Change change) {
        return change.kind().id() + ", " + change.article() + ": " + change.text();
    }

    private static ReleaseFeed.Tombstone tombstone(Registration registration, InForce withdrawal) {
        return new ReleaseFeed.Tombstone(
                id(registration.id()), withdrawal.since(), reason(withdrawal.withdrawal()));
    }

    private static String reason(Withdrawal withdrawal) {
        return withdrawal.kind().id() + withdrawal.note().map(note -> ": " + note).orElse("");
    }

    private static String id(PackId pack) {
        return "urn:contentpack:pack:" + pack;
    }

    private static String id(ReleaseId release) {
        return "urn:contentpack:release:" + release.pack() + ":" + release.version().text();
    }
}
