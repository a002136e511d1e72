package org.contentpack.sync;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Change;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.ItemKind;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Redirect;
import org.contentpack.pack.Release;
import org.contentpack.pack.SectionId;
import org.contentpack.registry.Blob;
import org.contentpack.registry.MissedSafety;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.ReviewState;
import org.contentpack.registry.ServedRelease;
import org.contentpack.registry.StoreException;
import org.contentpack.registry.Withdrawal;
import org.contentpack.render.TextStatus;
import org.contentpack.version.Version;

/**
 * What one release wants to stand in one place: which articles, in which form, and what became of
 * those of earlier releases.
 */
final class Desired {

    private final Registry registry;
    private final PackHistory history;
    private final Registration registration;

    /** Empty where the release as a whole is no longer to be shown: its bytes may be gone. */
    private final Optional<ServedRelease> served;

    private final Optional<Release> release;

    private final LocalDate today;
    private final boolean asItWas;
    private final Map<ItemKey, ArticleHead> heads = new TreeMap<>();

    private Desired(
            Registry registry,
            Registration registration,
            Predicate<ItemKey> takes,
            LocalDate today,
            boolean asItWas)
            throws IOException {
        this.registry = registry;
        this.history = registry.history(registration.id().pack());
        this.registration = registration;
        this.today = today;
        this.asItWas = asItWas;
        boolean isThere =
                asItWas
                        ? !history.isErased(version())
                        : history.withdrawal(version()).map(w -> w.kind().isShown()).orElse(true);
        this.served =
                isThere ? Optional.of(registry.served(history, registration)) : Optional.empty();
        this.release = served.map(s -> asItWas ? s.whole() : s.shown());
        for (ArticleHead head : release.map(Release::articles).orElse(List.of())) {
            ItemKey key = new ItemKey(pack(), head.id(), head.language());
            if (takes.test(key) && isShown(head.id())) {
                heads.put(key, head);
            }
        }
    }

    /** What a release wants to stand there now: what was withdrawn for harm is left out. */
    static Desired of(
            Registry registry, Registration registration, Predicate<ItemKey> takes, LocalDate today)
            throws IOException {
        return new Desired(registry, registration, takes, today, false);
    }

    /** What a release said once, withdrawn or not, for as long as its bytes are there. */
    static Desired asItWas(
            Registry registry, Registration registration, Predicate<ItemKey> takes, LocalDate today)
            throws IOException {
        return new Desired(registry, registration, takes, today, true);
    }

    private Release release() {
        return release.orElseThrow(
                () -> new IllegalStateException("the release is no longer to be shown"));
    }

    private PackId pack() {
        return registration.id().pack();
    }

    Version version() {
        return registration.id().version();
    }

    Registration registration() {
        return registration;
    }

    private boolean isShown(ArticleId article) {
        return asItWas || withdrawal(article).map(w -> w.kind().isShown()).orElse(true);
    }

    private Optional<Withdrawal> withdrawal(ArticleId article) {
        return history.withdrawal(version()).or(() -> history.withdrawal(version(), article));
    }

    /** The articles that are to stand there, by key. */
    Map<ItemKey, ArticleHead> heads() {
        return heads;
    }

    /** Why an article is not to stand there, in words for editors. */
    String whyGone(ItemKey key) {
        return withdrawal(key.article())
                .map(Reasons::withdrawn)
                .orElse(isHeld(key) ? Reasons.HELD : Reasons.NOT_THERE);
    }

    private boolean isHeld(ItemKey key) {
        return served.map(s -> s.held(key.article())).orElse(List.of()).stream()
                .anyMatch(head -> head.language().equals(key.language()));
    }

    /** One article as it is to be written. */
    Outgoing outgoing(ItemKey key) throws IOException {
        ArticleHead head = heads.get(key);
        if (head == null) {
            throw new IllegalArgumentException("the release has no " + key + " for this target");
        }
        return outgoing(key, head, marks(key, head));
    }

    private Outgoing outgoing(ItemKey key, ArticleHead head, Marks marks) throws IOException {
        List<ItemKey> translations =
                heads.keySet().stream()
                        .filter(other -> other.article().equals(key.article()))
                        .filter(other -> !other.equals(key))
                        .toList();
        return new Outgoing(release(), registry.article(head), marks, translations, this::open);
    }

    private InputStream open(FilePath path) throws IOException {
        FileEntry file =
                release()
                        .files()
                        .find(path)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "the release has no file " + path));
        Optional<Blob> blob = registry.blob(file.digest());
        if (blob.isEmpty()) {
            throw new StoreException("the store has lost " + path);
        }
        return blob.get().open();
    }

    private Marks marks(ItemKey key, ArticleHead head) {
        return new Marks(
                key,
                version(),
                registration.digest(),
                head.digest(),
                ReviewState.of(head, history, today).id(),
                missed(head).or(() -> withdrawal(key.article()).map(Desired::notice)));
    }

    /** An item has room for one notice; what may do harm goes first. */
    private Optional<String> missed(ArticleHead head) {
        List<MissedSafety> missed = served.map(s -> s.missed(head)).orElse(List.of());
        return missed.isEmpty()
                ? Optional.empty()
                : Optional.of(TextStatus.Notice.SAFETY + ": " + MissedSafety.line(missed));
    }

    private static String notice(Withdrawal withdrawal) {
        return withdrawal.kind().id() + withdrawal.note().map(note -> ": " + note).orElse("");
    }

    /**
     * Whether an item that is new may be shown to readers.
     *
     * @param wanted the status of items that may be
     * @param allowsUnreviewed whether somebody answers for health texts that nobody has reviewed
     */
    ItemStatus statusOfNew(ItemStatus wanted, boolean allowsUnreviewed, Outgoing outgoing) {
        boolean needsReview =
                release().manifest().profile().isPresent()
                        && !outgoing.marks().review().equals("reviewed")
                        && !allowsUnreviewed;
        return needsReview ? ItemStatus.DRAFT : wanted;
    }

    /** What the releases above {@code from} say of an article, oldest first. */
    List<ChangeNote> changesSince(Optional<Version> from, ArticleId article) throws IOException {
        List<ChangeNote> notes = new ArrayList<>();
        for (Registration each : from.isPresent() ? between(from.get()) : List.of(registration)) {
            for (Change change : registry.release(each).manifest().changes()) {
                if (change.article().equals(article)) {
                    notes.add(new ChangeNote(each.id().version(), change.kind(), change.text()));
                }
            }
        }
        return notes;
    }

    /** Sections of an article that were renamed since, new id by former id. */
    Map<SectionId, SectionId> sectionRenames(Optional<Version> from, ArticleId article)
            throws IOException {
        Map<SectionId, SectionId> renames = new LinkedHashMap<>();
        for (Redirect redirect : redirectsSince(from)) {
            if (redirect.kind() == ItemKind.SECTION
                    && redirect.article().equals(Optional.of(article))) {
                SectionId to = new SectionId(redirect.to());
                renames.replaceAll((former, now) -> now.value().equals(redirect.from()) ? to : now);
                renames.put(new SectionId(redirect.from()), to);
            }
        }
        return renames;
    }

    /** What an article of a former release is called now; itself where it was not renamed. */
    ArticleId nameNow(Version from, ArticleId article) throws IOException {
        String name = article.value();
        for (Redirect redirect : redirectsSince(Optional.of(from))) {
            if (redirect.kind() == ItemKind.ARTICLE && redirect.from().equals(name)) {
                name = redirect.to();
            }
        }
        return new ArticleId(name);
    }

    private List<Redirect> redirectsSince(Optional<Version> from) throws IOException {
        List<Redirect> redirects = new ArrayList<>();
        if (from.isPresent()) {
            for (Registration each : between(from.get())) {
                redirects.addAll(registry.release(each).manifest().redirects());
            }
        }
        return redirects;
    }

    /**
     * The releases above a version and up to this one, lowest first; those erased are passed over.
     */
    private List<Registration> between(Version from) {
        Stream<Registration> above =
                history.registrations().stream()
                        .filter(r -> r.id().version().compareTo(from) > 0)
                        .filter(r -> r.id().version().compareTo(version()) <= 0)
                        .filter(r -> !history.isErased(r.id().version()));
        List<Registration> lowestFirst = new ArrayList<>(above.toList());
        Collections.reverse(lowestFirst);
        return lowestFirst;
    }
}
