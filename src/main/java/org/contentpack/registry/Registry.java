package org.contentpack.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.contentpack.archive.CanonicalArchive;
import org.contentpack.archive.PackFiles;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Report;
import org.contentpack.manifest.ReleaseReader;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Release;
import org.contentpack.pack.ReleaseId;
import org.contentpack.signature.ReviewSignatureCheck;
import org.contentpack.signature.Signature;
import org.contentpack.signature.SignatureCheck;
import org.contentpack.validation.PackValidation;
import org.contentpack.validation.PreviousReleases;
import org.contentpack.validation.ValidationResult;

/**
 * The one door through which packs become releases, and the place to ask which there are.
 *
 * <p>A release, once registered, never changes, and its number never stands for anything else.
 * Registering is atomic: readers see a release in every answer or in none. Any number of releases
 * are live at once; selectors only choose between them.
 *
 * <p>Safe for use by several threads. Which releases there are is known without the store, and so
 * are texts that were read lately; what needs the store throws {@link IOException} where it cannot
 * be reached.
 *
 * @see <a href="https://semver.org/spec/v2.0.0.html#spec-item-3">SemVer 2.0.0, section 3</a>
 */
public final class Registry {

    private static final FilePath MANIFEST = new FilePath("pack.yaml");

    /** Of heap, for a file or an article head of a cached release, roughly and in bytes. */
    private static final long ENTRY_BYTES = 400;

    /**
     * Most files and article heads that cached releases have together: an eighth of the heap.
     * Without its release an article costs several times as much to read.
     */
    private static final long CACHED_ENTRIES = Runtime.getRuntime().maxMemory() / 8 / ENTRY_BYTES;

    private static final long CACHED_SUMMARIES = 10_000;

    /** Most characters of cached texts; about 40 MB of heap. */
    private static final long CACHED_CHARACTERS = 10_000_000;

    private final ReleaseStore store;
    private final PackValidation validation;
    private final ReleaseReader reader;
    private final SignatureCheck signatures;
    private final ReviewSignatureCheck reviewSignatures;
    private final RegistrationIndex index;
    private final InstantSource clock;
    private final StaleTranslations staleTranslations;
    private final Tally tally = new Tally();
    private final List<Runnable> copies = new CopyOnWriteArrayList<>();

    /** A release never changes, so what is cached is never old. */
    private final Cache<ReleaseId, Release> releases =
            Caffeine.newBuilder()
                    .maximumWeight(CACHED_ENTRIES)
                    .<ReleaseId, Release>weigher(
                            (id, r) -> 10 + r.files().entries().size() + r.articles().size())
                    .executor(Runnable::run)
                    .recordStats()
                    .build();

    /** What lists say; about 10 MB of heap at most. */
    private final Cache<ReleaseId, ReleaseSummary> summaries =
            Caffeine.newBuilder().maximumSize(CACHED_SUMMARIES).executor(Runnable::run).build();

    /** What readers get of releases, as of an event of the pack; few lack anything. */
    private final Cache<ReleaseId, Served> served =
            Caffeine.newBuilder()
                    .maximumWeight(CACHED_ENTRIES)
                    .<ReleaseId, Served>weigher((id, s) -> 10 + s.weight())
                    .executor(Runnable::run)
                    .build();

    /** Texts by the head that names them, weighed by the characters of their sections. */
    private final Cache<ArticleHead, Article> articles =
            Caffeine.newBuilder()
                    .maximumWeight(CACHED_CHARACTERS)
                    .<ArticleHead, Article>weigher((head, article) -> weight(article))
                    .executor(Runnable::run)
                    .recordStats()
                    .build();

    /**
     * A registry over a store. It knows what the store holds once {@link #follow} was called.
     *
     * @param reader of files that the store gives back
     * @param signatures looked at before a release is stored
     * @param reviewSignatures looked at before a review statement is stored
     * @param staleTranslations what readers get of translations that lack a safety change
     * @param clock of when things happened, for people
     */
    public Registry(
            ReleaseStore store,
            PackValidation validation,
            ReleaseReader reader,
            SignatureCheck signatures,
            ReviewSignatureCheck reviewSignatures,
            StaleTranslations staleTranslations,
            InstantSource clock) {
        this.store = store;
        this.index = new RegistrationIndex(store, this::forgetTexts);
        this.validation = validation;
        this.reader = reader;
        this.signatures = signatures;
        this.reviewSignatures = reviewSignatures;
        this.staleTranslations = staleTranslations;
        this.clock = clock;
    }

    /** What was destroyed must not live on here. */
    private void forgetTexts() {
        releases.invalidateAll();
        summaries.invalidateAll();
        served.invalidateAll();
        articles.invalidateAll();
        copies.forEach(Runnable::run);
    }

    /**
     * Whoever keeps copies of what this registry gives is told when bytes were destroyed for good.
     *
     * @param forget called by the thread that learns of it, before anybody is told of the event
     */
    public void onErasure(Runnable forget) {
        copies.add(forget);
    }

    /** Registers the pack if it keeps all rules. */
    public PublishResult publish(Submission submission) throws IOException {
        try {
            Optional<PublishResult> result = Optional.empty();
            while (result.isEmpty()) {
                result = tryToPublish(submission);
            }
            tally.count(result.get());
            return result.get();
        } catch (IOException e) {
            tally.countFailure();
            throw e;
        }
    }

    /** What {@link #publish} would find now. Stores nothing. */
    public Report validate(Submission submission) throws IOException {
        RegistrationIndex.State state = index.follow();
        ValidationResult result =
                validation.validate(
                        submission.files(), submission.known(), previousReleases(state));
        if (result instanceof ValidationResult.Accepted accepted) {
            Digest digest = submission.files().list().digest();
            List<Finding> ofSignatures =
                    state.withDigest(digest).isPresent()
                            ? signatures
                                    .checkMore(
                                            accepted.release().id(),
                                            digest,
                                            submission.signatures())
                                    .findings()
                            : signatures
                                    .check(accepted.release().id(), digest, submission.signatures())
                                    .findings();
            Report report = accepted.report().and(ofSignatures);
            return state.of(accepted.release().id().pack())
                    .occupant(accepted.release().id().version())
                    .filter(there -> !there.digest().equals(digest))
                    .map(there -> new PublishResult.VersionTaken(there, digest).report())
                    .map(taken -> report.and(taken.findings()))
                    .orElse(report);
        }
        return result.report();
    }

    /** Empty where another release of the pack came in between: its check is no longer true. */
    private Optional<PublishResult> tryToPublish(Submission submission) throws IOException {
        PackFiles files = submission.files();
        List<Finding> known = submission.known();
        RegistrationIndex.State state = index.follow();
        Optional<Registration> same = state.withDigest(files.list().digest());
        if (same.isPresent()) {
            PackId pack = same.get().id().pack();
            return Optional.of(
                    submission.allowed().test(pack)
                            ? unchanged(same.get(), submission, Report.of(known))
                            : new PublishResult.NotAllowed(pack));
        }
        ValidationResult result = validation.validate(files, known, previousReleases(state));
        if (!(result instanceof ValidationResult.Accepted accepted)) {
            return Optional.of(new PublishResult.Refused(result.report()));
        }
        PackId pack = accepted.release().id().pack();
        if (!submission.allowed().test(pack)) {
            return Optional.of(new PublishResult.NotAllowed(pack));
        }
        return register(accepted, submission, state);
    }

    private Optional<PublishResult> register(
            ValidationResult.Accepted accepted,
            Submission submission,
            RegistrationIndex.State state)
            throws IOException {
        PackFiles files = submission.files();
        Release release = accepted.release();
        SignatureCheck.Result signed =
                signatures.check(release.id(), release.digest(), submission.signatures());
        if (!signed.findings().isEmpty()) {
            return Optional.of(new PublishResult.Refused(accepted.report().and(signed.findings())));
        }
        Optional<Registration> newest = state.of(release.id().pack()).newest();
        ReleaseStore.Outcome outcome =
                store.store(
                        release,
                        files,
                        archiveOf(files),
                        newest,
                        new Stamp(submission.actor(), clock.instant()),
                        signed.signatures());
        index.follow();
        if (outcome instanceof ReleaseStore.Outcome.Overtaken) {
            return Optional.empty();
        }
        if (outcome instanceof ReleaseStore.Outcome.Stored stored) {
            return Optional.of(
                    new PublishResult.Published(stored.registration(), accepted.report()));
        }
        Registration existing = ((ReleaseStore.Outcome.Occupied) outcome).registration();
        return Optional.of(
                existing.digest().equals(release.digest())
                        ? unchanged(existing, submission, accepted.report())
                        : new PublishResult.VersionTaken(existing, release.digest()));
    }

    /** The same content may bring further signatures: keys are replaced, releases are not. */
    private PublishResult unchanged(Registration registration, Submission submission, Report report)
            throws IOException {
        SignatureCheck.Result signed =
                signatures.checkMore(
                        registration.id(), registration.digest(), submission.signatures());
        if (!signed.findings().isEmpty()) {
            return new PublishResult.Refused(report.and(signed.findings()));
        }
        store.confirm();
        if (!signed.signatures().isEmpty()) {
            store.sign(registration.id(), signed.signatures());
        }
        return new PublishResult.Unchanged(registration, report);
    }

    /**
     * Mends a registered release from equal content that somebody sent again.
     *
     * @return how many files had been damaged in the store
     * @throws IllegalArgumentException where the content is not that of a registered release
     */
    public int repair(PackFiles files) throws IOException {
        if (index.now().withDigest(files.list().digest()).isEmpty()) {
            throw new IllegalArgumentException("only a registered release can be repaired");
        }
        return store.repair(files);
    }

    private static ReleaseStore.ArchiveEntry archiveOf(PackFiles files) throws IOException {
        MessageDigest sha256 = Digest.sha256();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
            CanonicalArchive.write(files, out);
        }
        return new ReleaseStore.ArchiveEntry(
                Digest.ofHex(HexFormat.of().formatHex(sha256.digest())),
                CanonicalArchive.sizeBytes(files.list()));
    }

    private PreviousReleases previousReleases(RegistrationIndex.State state) {
        return (pack, version) -> {
            Optional<Registration> before = state.of(pack).before(version);
            return before.isEmpty() ? Optional.empty() : Optional.of(release(before.get()));
        };
    }

    /**
     * Takes over what other servers registered in the same store.
     *
     * @return the sequence up to which this registry knows everything
     */
    public long follow() throws IOException {
        return index.follow().sequence();
    }

    /**
     * Does nothing as long as the store has everything that was seen of it, and all of it lasts.
     *
     * @throws OlderStoreException where an older backup took its place
     * @throws StoreException where it cannot be reached, or may not have kept what it was given
     */
    public void confirm() throws StoreException {
        store.confirm();
    }

    /** The moving names of releases. */
    public Channels channels() {
        return new Channels(history());
    }

    /** Taking releases and articles back. */
    public Withdrawals withdrawals() {
        return new Withdrawals(this, history());
    }

    /** What is said of articles' reviews. */
    public Reviews reviews() {
        return new Reviews(this, history(), reviewSignatures);
    }

    private HistoryWriter history() {
        return new HistoryWriter(store, index, clock);
    }

    /**
     * What happened since, in order. Whoever was told of an event here finds it in every list too.
     *
     * @param after the sequence of the last event that is known already; 0 for all
     */
    public List<Event> changes(long after, int limit) throws IOException {
        List<Event> events = store.after(after, limit);
        // The store shows a commit before the index has followed it.
        if (!events.isEmpty()
                && events.get(events.size() - 1).sequence() > index.now().sequence()) {
            index.follow();
        }
        return events;
    }

    /** The releases that have a file with these bytes, withdrawn or not. */
    public List<ReleaseId> holders(Digest file) throws IOException {
        return store.holders(file);
    }

    /** All packs with at least one release, sorted by id. */
    public List<PackId> packs() {
        return List.copyOf(index.now().packs().keySet());
    }

    /** The releases of a pack as they are now; of a pack that is not there, none. */
    public PackHistory history(PackId pack) {
        return index.now().of(pack);
    }

    /**
     * The content of a registered release without its texts.
     *
     * @throws IOException also where the store no longer has what it registered
     */
    public Release release(Registration registration) throws IOException {
        Release cached = releases.getIfPresent(registration.id());
        if (cached != null) {
            return cached;
        }
        try (PackFiles files = files(registration)) {
            Release release =
                    new Release(
                            reader.manifest(files.read(MANIFEST)),
                            store.articles(registration.id()),
                            files.list());
            releases.put(registration.id(), release);
            return release;
        }
    }

    /**
     * What readers get of a registered release.
     *
     * @param history of the pack, which has the release
     * @throws IOException also where the store no longer has what it registered
     */
    public ServedRelease served(PackHistory history, Registration registration) throws IOException {
        Release whole = release(registration);
        Served known = served.getIfPresent(registration.id());
        if (known == null || known.sequence() != history.sequence()) {
            ServedRelease found =
                    ServedRelease.of(
                            whole,
                            new SafetyGaps(this::release, history).in(registration),
                            staleTranslations);
            known = Served.of(history.sequence(), found);
            served.put(registration.id(), known);
        }
        return known.of(whole, staleTranslations);
    }

    /**
     * What is known of a served release. One that lacks nothing is not held on to.
     *
     * @param sequence of the event up to which this is true
     */
    private record Served(long sequence, Optional<ServedRelease> lacking) {

        static Served of(long sequence, ServedRelease release) {
            return new Served(
                    sequence, Optional.of(release).filter(served -> !served.missed().isEmpty()));
        }

        ServedRelease of(Release whole, StaleTranslations policy) {
            return lacking.orElseGet(() -> ServedRelease.of(whole, Map.of(), policy));
        }

        int weight() {
            return lacking.map(
                            served ->
                                    served.whole().files().entries().size()
                                            + 2 * served.whole().articles().size())
                    .orElse(0);
        }
    }

    /**
     * What lists say of a registered release, without reading all of it.
     *
     * @throws IOException also where the store no longer has what it registered
     */
    public ReleaseSummary summary(Registration registration) throws IOException {
        ReleaseSummary cached = summaries.getIfPresent(registration.id());
        if (cached != null) {
            return cached;
        }
        Optional<ReleaseSummary> stored = store.summary(registration.id());
        ReleaseSummary summary =
                stored.isPresent() ? stored.get() : ReleaseSummary.of(release(registration));
        summaries.put(registration.id(), summary);
        return summary;
    }

    /**
     * One article of a registered release, read from its file.
     *
     * @param head one of the release's
     * @throws IOException also where the store no longer has what it registered
     */
    public Article article(ArticleHead head) throws IOException {
        Article cached = articles.getIfPresent(head);
        if (cached != null) {
            return cached;
        }
        Blob file =
                store.blob(head.digest())
                        .orElseThrow(() -> new StoreException("the store has lost " + head.path()));
        try (InputStream in = file.open()) {
            Article article = reader.article(head, in.readAllBytes());
            articles.put(head, article);
            return article;
        }
    }

    private static int weight(Article article) {
        return 1_000 + article.sections().stream().mapToInt(s -> s.markdown().length()).sum();
    }

    /** The verified signatures of a registered release, by key. */
    public List<Signature> signatures(Registration registration) throws IOException {
        return store.signatures(registration.id());
    }

    /** The files of a registered release. */
    public PackFiles files(Registration registration) throws IOException {
        ReleaseId id = registration.id();
        return store.files(id)
                .orElseThrow(() -> new StoreException("the store has lost the files of " + id));
    }

    /** A file of any release by the digest of its bytes. */
    public Optional<Blob> blob(Digest digest) throws IOException {
        return store.blob(digest);
    }

    /** What was counted so far. */
    public Figures figures() {
        return new Figures(
                tally.publications(), tally.findings(), figures(releases), figures(articles));
    }

    private static Figures.CacheFigures figures(Cache<?, ?> cache) {
        CacheStats stats = cache.stats();
        return new Figures.CacheFigures(stats.hitCount(), stats.missCount());
    }

    /** The registration whose canonical archive has this digest. */
    public Optional<Registration> withArchive(Digest archive) {
        return index.now().withArchive(archive);
    }
}
