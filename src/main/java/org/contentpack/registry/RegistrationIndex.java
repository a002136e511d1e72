package org.contentpack.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;

/**
 * What all events come to, held in memory, so that choosing a release asks no database and goes on
 * while there is none. About 500 bytes a release.
 *
 * <p>Safe for use by several threads: one immutable state is replaced as a whole. It follows the
 * store by the sequence, which never shows a higher number before a lower one.
 */
final class RegistrationIndex {

    private static final int PAGE = 1_000;

    private final ReleaseStore store;
    private final Runnable erasure;
    private volatile State state = new State(0, new TreeMap<>(), Map.of(), Map.of());

    /**
     * @param erasure called whenever bytes turn out to have been destroyed
     */
    RegistrationIndex(ReleaseStore store, Runnable erasure) {
        this.store = store;
        this.erasure = erasure;
    }

    /** What had happened up to a moment. */
    record State(
            long sequence,
            SortedMap<PackId, PackHistory> packs,
            Map<Digest, Registration> byDigest,
            Map<Digest, Registration> byArchive) {

        PackHistory of(PackId pack) {
            return packs.getOrDefault(pack, PackHistory.empty(pack));
        }

        Optional<Registration> withDigest(Digest digest) {
            return Optional.ofNullable(byDigest.get(digest));
        }

        Optional<Registration> withArchive(Digest digest) {
            return Optional.ofNullable(byArchive.get(digest));
        }
    }

    State now() {
        return state;
    }

    /** Takes over what happened since the last time, here or by another server. */
    synchronized State follow() throws IOException {
        List<Event> fresh = store.after(state.sequence, PAGE);
        while (!fresh.isEmpty()) {
            state = with(fresh);
            if (fresh.stream().anyMatch(RegistrationIndex::erases)) {
                erasure.run();
            }
            fresh = store.after(state.sequence, PAGE);
        }
        return state;
    }

    private static boolean erases(Event event) {
        return event.change() instanceof Change.Withdrawn withdrawn
                && withdrawn.withdrawal().kind() == Withdrawal.Kind.ERASED;
    }

    private State with(List<Event> fresh) {
        SortedMap<PackId, PackHistory> packs = new TreeMap<>(state.packs);
        Map<Digest, Registration> byDigest = new HashMap<>(state.byDigest);
        Map<Digest, Registration> byArchive = new HashMap<>(state.byArchive);
        Map<PackId, List<Event>> byPack = new HashMap<>();
        for (Event event : fresh) {
            byPack.computeIfAbsent(event.pack(), p -> new ArrayList<>()).add(event);
            if (event.change() instanceof Change.Registered registered) {
                Registration registration = registered.registration();
                byDigest.put(registration.digest(), registration);
                byArchive.put(registration.archiveDigest(), registration);
            }
        }
        byPack.forEach((pack, events) -> packs.put(pack, state.of(pack).with(events)));
        return new State(
                fresh.get(fresh.size() - 1).sequence(),
                packs,
                Map.copyOf(byDigest),
                Map.copyOf(byArchive));
    }
}
