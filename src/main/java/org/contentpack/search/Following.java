package org.contentpack.search;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
import org.contentpack.registry.Change;
import org.contentpack.registry.Event;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.Withdrawal;

/**
 * Keeps the index in step with the registry's history. The index knows up to which event it went,
 * and by that event's content whether the history is still the one that it followed: a store that
 * was put back to an older state, or exchanged, has another, and all packs are looked at again.
 *
 * <p>For one thread at a time.
 */
final class Following {

    private static final Logger LOG = System.getLogger(Following.class.getName());

    private static final int PAGE = 500;

    /** Texts after which a first build is kept, so that a restart goes on from there. */
    private static final int KEPT_AFTER = 2_000;

    private static final String SEQUENCE = "sequence";
    private static final String EVENT = "event";

    private final Registry registry;
    private final IndexFolder index;
    private final AskedReleases asked;
    private final BooleanSupplier isClosing;

    /** Of the last event that the index has; empty before it was whole for the first time. */
    private volatile Optional<Long> sequence = Optional.empty();

    /**
     * @param isClosing whether a long build should end; the next start goes on with it
     */
    Following(Registry registry, IndexFolder index, AskedReleases asked, BooleanSupplier isClosing)
            throws IOException {
        this.registry = registry;
        this.index = index;
        this.asked = asked;
        this.isClosing = isClosing;
        registry.follow();
        Map<String, String> known = index.committed();
        if (known.containsKey(SEQUENCE)) {
            long last = Long.parseLong(known.getOrDefault(SEQUENCE, "0"));
            if (fingerprint(last).equals(known.get(EVENT))) {
                sequence = Optional.of(last);
            }
        }
    }

    /** Whether the index has all packs, as they are now or were a moment ago. */
    boolean isWhole() {
        return sequence.isPresent();
    }

    /** Takes over what happened since the last time. */
    void round() throws IOException {
        long known = registry.follow();
        Collection<Registration> releases = asked.all();
        if (sequence.isEmpty()) {
            build(known);
        } else {
            Set<PackId> packs = new LinkedHashSet<>(asked.packsToChange());
            boolean erased = changedPacks(sequence.get(), known, packs);
            for (PackId pack : packs) {
                update(pack);
            }
            if (!packs.isEmpty() || known > sequence.get()) {
                keep(known, erased);
            }
        }
        asked.areThere(releases);
    }

    /**
     * Adds the packs whose entries may have to change.
     *
     * @return whether anything was destroyed
     */
    private boolean changedPacks(long from, long to, Set<PackId> packs) throws IOException {
        boolean erased = false;
        long at = from;
        List<Event> events = registry.changes(at, PAGE);
        while (!events.isEmpty() && at < to) {
            for (Event event : events) {
                at = event.sequence();
                Change change = event.change();
                if (change instanceof Change.Registered
                        || change instanceof Change.Withdrawn
                        || change instanceof Change.Reinstated) {
                    packs.add(event.pack());
                }
                erased |=
                        change instanceof Change.Withdrawn withdrawn
                                && withdrawn.withdrawal().kind() == Withdrawal.Kind.ERASED;
            }
            events = at < to ? registry.changes(at, PAGE) : List.of();
        }
        return erased;
    }

    private void build(long known) throws IOException {
        long start = System.nanoTime();
        List<PackId> packs = registry.packs();
        int texts = 0;
        int unkept = 0;
        for (PackId pack : packs) {
            if (isClosing.getAsBoolean()) {
                return;
            }
            int added = update(pack);
            texts += added;
            unkept += added;
            if (unkept >= KEPT_AFTER) {
                index.commit(Map.of());
                unkept = 0;
            }
        }
        index.writer()
                .deleteDocuments(
                        new BooleanQuery.Builder()
                                .add(new MatchAllDocsQuery(), Occur.MUST)
                                .add(
                                        new TermInSetQuery(
                                                Fields.PACK,
                                                packs.stream()
                                                        .map(p -> new BytesRef(p.value()))
                                                        .toList()),
                                        Occur.MUST_NOT)
                                .build());
        keep(known, true);
        LOG.log(
                Level.INFO,
                "the search index is ready: "
                        + texts
                        + " texts added in "
                        + (System.nanoTime() - start) / 1_000_000
                        + " ms");
    }

    private int update(PackId pack) throws IOException {
        index.searchers().maybeRefreshBlocking();
        IndexSearcher searcher = index.searchers().acquire();
        try {
            return new PackEntries(registry, pack, index.writer()).update(searcher, asked.of(pack));
        } finally {
            index.searchers().release(searcher);
        }
    }

    private void keep(long known, boolean destroy) throws IOException {
        if (destroy) {
            index.writer().forceMergeDeletes();
        }
        Map<String, String> data = new HashMap<>();
        data.put(SEQUENCE, Long.toString(known));
        data.put(EVENT, fingerprint(known));
        index.commit(data);
        sequence = Optional.of(known);
    }

    /** What the event of this number says; the same for every history that has none there. */
    private String fingerprint(long number) throws IOException {
        return registry.changes(number - 1, 1).stream()
                .filter(event -> event.sequence() == number)
                .map(event -> Digest.of(event.toString()).hex())
                .findFirst()
                .orElse("");
    }
}
