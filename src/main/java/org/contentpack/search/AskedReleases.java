package org.contentpack.search;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contentpack.pack.PackId;
import org.contentpack.pack.ReleaseId;
import org.contentpack.registry.Registration;

/**
 * The releases that somebody looked into lately, beside the latest ones. To keep all releases that
 * there ever were in the index would make it many times as large for what is asked for seldom.
 *
 * <p>Safe for use by several threads.
 */
final class AskedReleases {

    /** Most of them; the one that was not looked into for the longest time goes. */
    static final int MAX = 20;

    private final Map<ReleaseId, Registration> asked =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<ReleaseId, Registration> eldest) {
                    return size() > MAX;
                }
            };

    private Set<ReleaseId> there = Set.of();

    /**
     * Whether the index has the release by now; if not, it will.
     *
     * @param patienceMillis how long to wait for it
     */
    synchronized boolean isThere(Registration registration, long patienceMillis) {
        asked.put(registration.id(), registration);
        long end = System.nanoTime() + patienceMillis * 1_000_000;
        while (!there.contains(registration.id())) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    synchronized Collection<Registration> all() {
        return List.copyOf(asked.values());
    }

    synchronized List<Registration> of(PackId pack) {
        return asked.values().stream().filter(r -> r.id().pack().equals(pack)).toList();
    }

    /** The packs of which the index has not what it should, or has more. */
    synchronized Set<PackId> packsToChange() {
        Set<PackId> packs = new HashSet<>();
        asked.keySet().stream()
                .filter(id -> !there.contains(id))
                .forEach(id -> packs.add(id.pack()));
        there.stream().filter(id -> !asked.containsKey(id)).forEach(id -> packs.add(id.pack()));
        return packs;
    }

    /** The index has these now. */
    synchronized void areThere(Collection<Registration> releases) {
        Set<ReleaseId> ids = new HashSet<>();
        releases.forEach(registration -> ids.add(registration.id()));
        there = Set.copyOf(ids);
        notifyAll();
    }
}
