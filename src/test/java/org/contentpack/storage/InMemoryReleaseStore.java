package org.contentpack.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.contentpack.archive.PackFiles;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Redirect;
import org.contentpack.pack.Release;
import org.contentpack.pack.ReleaseId;
import org.contentpack.registry.Blob;
import org.contentpack.registry.Change;
import org.contentpack.registry.Event;
import org.contentpack.registry.Registration;
import org.contentpack.registry.ReleaseStore;
import org.contentpack.registry.ReleaseSummary;
import org.contentpack.registry.Stamp;
import org.contentpack.registry.Withdrawal;
import org.contentpack.signature.Signature;

/**
 * A store in the heap, for tests: nothing outlives the process, and everything a release holds
 * stays in memory.
 *
 * <p>Safe for use by several threads: one immutable state is replaced as a whole, so that a reader
 * sees a release in every answer or in none.
 */
public final class InMemoryReleaseStore implements ReleaseStore {

    private volatile State state = new State(0, Map.of(), Map.of(), List.of());

    private final Map<ReleaseId, TreeMap<String, Signature>> signatures = new HashMap<>();

    private record Entry(Registration registration, Release release) {}

    private record State(
            long sequence,
            Map<PackId, List<Entry>> packs,
            Map<Digest, byte[]> blobs,
            List<Event> events) {}

    @Override
    public synchronized Outcome store(
            Release release,
            PackFiles files,
            ArchiveEntry archive,
            Optional<Registration> checkedAgainst,
            Stamp stamp,
            List<Signature> signatures)
            throws IOException {
        PackId pack = release.id().pack();
        List<Entry> before = state.packs.getOrDefault(pack, List.of());
        Optional<Entry> occupant =
                before.stream()
                        .filter(
                                e ->
                                        e.registration
                                                        .id()
                                                        .version()
                                                        .compareTo(release.id().version())
                                                == 0)
                        .findFirst();
        if (occupant.isPresent()) {
            return new Outcome.Occupied(occupant.get().registration);
        }
        Optional<Registration> newest =
                before.isEmpty()
                        ? Optional.empty()
                        : Optional.of(before.get(before.size() - 1).registration);
        if (!newest.equals(checkedAgainst)) {
            return new Outcome.Overtaken();
        }
        Registration registration =
                new Registration(
                        release.id(),
                        release.digest(),
                        archive.digest(),
                        archive.sizeBytes(),
                        state.sequence + 1,
                        Registration.datetime(
                                release.manifest().released(), newest.map(Registration::datetime)));
        state = with(new Entry(registration, release), before, blobsOf(files));
        add(pack, new Change.Registered(registration), stamp);
        for (Redirect redirect : release.manifest().redirects()) {
            add(pack, new Change.Renamed(release.id().version(), redirect), stamp);
        }
        sign(release.id(), signatures);
        return new Outcome.Stored(registration);
    }

    @Override
    public int repair(PackFiles files) {
        return 0;
    }

    @Override
    public void confirm() {
        // What is only in memory lasts as long as it does.
    }

    @Override
    public synchronized void sign(ReleaseId id, List<Signature> more) {
        Map<String, Signature> all = signatures.computeIfAbsent(id, i -> new TreeMap<>());
        more.forEach(signature -> all.putIfAbsent(signature.keyId(), signature));
    }

    @Override
    public synchronized List<Signature> signatures(ReleaseId id) {
        return List.copyOf(signatures.getOrDefault(id, new TreeMap<>()).values());
    }

    private Map<Digest, byte[]> blobsOf(PackFiles files) throws IOException {
        Map<Digest, byte[]> blobs = new HashMap<>(state.blobs);
        for (FileEntry entry : files.list().entries()) {
            byte[] bytes = files.read(entry.path());
            if (!Digest.of(bytes).equals(entry.digest())) {
                throw new IOException("file changed while it was read: " + entry.path());
            }
            blobs.put(entry.digest(), bytes);
        }
        return blobs;
    }

    private State with(Entry entry, List<Entry> before, Map<Digest, byte[]> blobs) {
        Map<PackId, List<Entry>> packs = new HashMap<>(state.packs);
        List<Entry> entries = new ArrayList<>(before);
        entries.add(entry);
        packs.put(entry.registration.id().pack(), List.copyOf(entries));
        return new State(state.sequence, packs, blobs, state.events);
    }

    private Event add(PackId pack, Change change, Stamp stamp) {
        List<Event> events = new ArrayList<>(state.events);
        Instant last = events.isEmpty() ? Instant.MIN : events.get(events.size() - 1).recorded();
        Event event =
                new Event(
                        state.sequence + 1,
                        pack,
                        last.isAfter(stamp.recorded()) ? last : stamp.recorded(),
                        stamp.actor(),
                        change);
        events.add(event);
        state = new State(event.sequence(), state.packs, state.blobs, List.copyOf(events));
        return event;
    }

    @Override
    public synchronized Optional<Event> append(
            PackId pack, Change change, Stamp stamp, long checkedAt) {
        long last =
                state.events.stream()
                        .filter(e -> e.pack().equals(pack))
                        .mapToLong(Event::sequence)
                        .max()
                        .orElse(0);
        if (last != checkedAt) {
            return Optional.empty();
        }
        Event event = add(pack, change, stamp);
        if (change instanceof Change.Withdrawn withdrawn
                && withdrawn.withdrawal().kind() == Withdrawal.Kind.ERASED) {
            erase(new ReleaseId(pack, withdrawn.version()), withdrawn.article());
        }
        return Optional.of(event);
    }

    private void erase(ReleaseId id, Optional<ArticleId> article) {
        Map<Digest, byte[]> blobs = new HashMap<>(state.blobs);
        Map<PackId, List<Entry>> packs = new HashMap<>(state.packs);
        Release release = release(id).orElseThrow();
        List<Digest> lost =
                article.isEmpty()
                        ? release.files().entries().stream().map(FileEntry::digest).toList()
                        : release.translations(article.get()).stream()
                                .map(ArticleHead::digest)
                                .toList();
        for (Digest digest : lost) {
            if (holders(digest).stream()
                    .allMatch(holder -> holder.equals(id) || isErased(holder))) {
                blobs.remove(digest);
            }
        }
        List<ArticleHead> kept =
                release.articles().stream()
                        .filter(a -> article.isPresent() && !a.id().equals(article.get()))
                        .toList();
        packs.put(
                id.pack(),
                packs.get(id.pack()).stream()
                        .map(
                                e ->
                                        e.release.id().equals(id)
                                                ? new Entry(
                                                        e.registration,
                                                        new Release(
                                                                release.manifest(),
                                                                kept,
                                                                release.files()))
                                                : e)
                        .toList());
        state = new State(state.sequence, packs, blobs, state.events);
    }

    private boolean isErased(ReleaseId id) {
        return state.events.stream()
                .anyMatch(
                        e ->
                                e.pack().equals(id.pack())
                                        && e.change() instanceof Change.Withdrawn w
                                        && w.version().equals(id.version())
                                        && w.article().isEmpty()
                                        && w.withdrawal().kind() == Withdrawal.Kind.ERASED);
    }

    @Override
    public List<Event> after(long sequence, int limit) {
        return state.events.stream().filter(e -> e.sequence() > sequence).limit(limit).toList();
    }

    @Override
    public List<ReleaseId> holders(Digest digest) {
        return state.packs.values().stream()
                .flatMap(List::stream)
                .filter(
                        e ->
                                e.release.files().entries().stream()
                                        .anyMatch(f -> f.digest().equals(digest)))
                .sorted(Comparator.comparingLong(e -> e.registration.sequence()))
                .map(e -> e.registration.id())
                .toList();
    }

    @Override
    public List<ArticleHead> articles(ReleaseId id) {
        return release(id).map(Release::articles).orElse(List.of());
    }

    /** None: a release in memory is as near as its summary. */
    @Override
    public Optional<ReleaseSummary> summary(ReleaseId id) {
        return Optional.empty();
    }

    private Optional<Release> release(ReleaseId id) {
        return state.packs.getOrDefault(id.pack(), List.of()).stream()
                .filter(e -> e.registration.id().equals(id))
                .map(Entry::release)
                .findFirst();
    }

    @Override
    public Optional<PackFiles> files(ReleaseId id) {
        return release(id).map(release -> new StoredFiles(release.files(), this::blob));
    }

    @Override
    public Optional<Blob> blob(Digest digest) {
        byte[] bytes = state.blobs.get(digest);
        return bytes == null ? Optional.empty() : Optional.of(new HeapBlob(digest, bytes));
    }

    private static final class HeapBlob implements Blob {

        private final Digest digest;
        private final byte[] bytes;

        HeapBlob(Digest digest, byte[] bytes) {
            this.digest = digest;
            this.bytes = bytes;
        }

        @Override
        public Digest digest() {
            return digest;
        }

        @Override
        public long sizeBytes() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
