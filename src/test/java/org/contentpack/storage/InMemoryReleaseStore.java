package org.contentpack.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.archive.PackFiles;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Release;
import org.contentpack.pack.ReleaseId;
import org.contentpack.registry.Blob;
import org.contentpack.registry.Registration;
import org.contentpack.registry.ReleaseStore;

/**
 * A store in the heap, for tests: nothing outlives the process, and everything a release holds
 * stays in memory.
 *
 * <p>Safe for use by several threads: one immutable state is replaced as a whole, so that a reader
 * sees a release in every answer or in none.
 */
public final class InMemoryReleaseStore implements ReleaseStore {

    private volatile State state = new State(0, Map.of(), Map.of());

    private record Entry(Registration registration, Release release) {}

    private record State(
            long sequence, Map<PackId, List<Entry>> packs, Map<Digest, byte[]> blobs) {}

    @Override
    public synchronized Outcome store(
            Release release,
            PackFiles files,
            ArchiveEntry archive,
            Optional<Registration> checkedAgainst)
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
        return new Outcome.Stored(registration);
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
        return new State(entry.registration.sequence(), packs, blobs);
    }

    @Override
    public List<Registration> after(long sequence, int limit) {
        return state.packs.values().stream()
                .flatMap(List::stream)
                .map(Entry::registration)
                .filter(r -> r.sequence() > sequence)
                .sorted(Comparator.comparingLong(Registration::sequence))
                .limit(limit)
                .toList();
    }

    @Override
    public List<ArticleHead> articles(ReleaseId id) {
        return release(id).map(Release::articles).orElse(List.of());
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
