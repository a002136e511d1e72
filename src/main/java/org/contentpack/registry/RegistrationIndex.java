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
 * All registrations, held in memory, so that choosing a release asks no database and goes on while
 * there is none. About 500 bytes a release.
 *
 * <p>Safe for use by several threads: one immutable state is replaced as a whole. It follows the
 * store by the sequence, which never shows a higher number before a lower one.
 */
final class RegistrationIndex {

    private static final int PAGE = 1_000;

    private final ReleaseStore store;
    private volatile State state = new State(0, new TreeMap<>(), Map.of(), Map.of());

    RegistrationIndex(ReleaseStore store) {
        this.store = store;
    }

    /** What was registered up to a moment. */
    record State(
            long sequence,
            SortedMap<PackId, PackHistory> packs,
            Map<Digest, Registration> byDigest,
            Map<Digest, Registration> byArchive) {

        PackHistory of(PackId pack) {
            return packs.getOrDefault(pack, new PackHistory(pack, List.of()));
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

    /** Takes over what was registered since the last time, here or by another server. */
    synchronized State follow() throws IOException {
        List<Registration> fresh = store.after(state.sequence, PAGE);
        while (!fresh.isEmpty()) {
            state = with(fresh);
            fresh = store.after(state.sequence, PAGE);
        }
        return state;
    }

    private State with(List<Registration> fresh) {
        SortedMap<PackId, PackHistory> packs = new TreeMap<>(state.packs);
        Map<Digest, Registration> byDigest = new HashMap<>(state.byDigest);
        Map<Digest, Registration> byArchive = new HashMap<>(state.byArchive);
        Map<PackId, List<Registration>> changed = new HashMap<>();
        for (Registration registration : fresh) {
            PackId pack = registration.id().pack();
            changed.computeIfAbsent(pack, p -> new ArrayList<>(state.of(p).registrations()))
                    .add(registration);
            byDigest.put(registration.digest(), registration);
            byArchive.put(registration.archiveDigest(), registration);
        }
        changed.forEach(
                (pack, registrations) -> {
                    registrations.sort(PackHistory.HIGHEST_FIRST);
                    packs.put(pack, new PackHistory(pack, registrations));
                });
        return new State(
                fresh.get(fresh.size() - 1).sequence(),
                packs,
                Map.copyOf(byDigest),
                Map.copyOf(byArchive));
    }
}
