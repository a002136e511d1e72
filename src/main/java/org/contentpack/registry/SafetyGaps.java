package org.contentpack.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Change;
import org.contentpack.pack.ChangeKind;
import org.contentpack.pack.Digest;
import org.contentpack.pack.ItemKind;
import org.contentpack.pack.Redirect;
import org.contentpack.pack.Release;
import org.contentpack.version.Version;

/**
 * Finds the safety changes that the stale translations of a release lack.
 *
 * <p>A translation names the bytes that it was made from. The releases are walked down from its
 * own, the way their change notes were counted: from each to the highest lower one that is no
 * pre-release and was not erased. The walk ends at the release whose source has those bytes; on the
 * way every step counts that changed the source and has a note of kind {@code safety} on the
 * article. What cannot be known counts too: notes of releases that were erased, and where no
 * release has those bytes, every step down to the first.
 *
 * <p>Notes are on an article, not on one language of it: a safety change that only mended another
 * translation leaves the source as it was, and does not count.
 */
final class SafetyGaps {

    private final Releases releases;
    private final PackHistory history;

    /** Where the content of a registered release comes from. */
    interface Releases {
        Release of(Registration registration) throws IOException;
    }

    SafetyGaps(Releases releases, PackHistory history) {
        this.releases = releases;
        this.history = history;
    }

    /** A translation whose source is looked for. */
    private static final class Open {
        private final ArticleHead translation;
        private final Digest madeFrom;
        private final List<MissedSafety> missed = new ArrayList<>();

        /** What the article is called in the release that is looked at. */
        private ArticleId name;

        Open(ArticleHead translation) {
            this.translation = translation;
            this.madeFrom = translation.translates().orElseThrow();
            this.name = translation.id();
        }

        boolean isMadeFrom(Release release) {
            return source(release).filter(madeFrom::equals).isPresent();
        }

        Optional<Digest> source(Release release) {
            return release.article(name, release.manifest().language()).map(ArticleHead::digest);
        }
    }

    /** What each translation lacks that lacks something, in the order of the articles. */
    Map<ArticleHead, List<MissedSafety>> in(Registration registration) throws IOException {
        Release release = releases.of(registration);
        List<Open> all =
                release.articles().stream().filter(release::isStale).map(Open::new).toList();
        walk(registration, release, new ArrayList<>(all));
        Map<ArticleHead, List<MissedSafety>> missed = new LinkedHashMap<>();
        for (Open each : all) {
            if (!each.missed.isEmpty()) {
                missed.put(each.translation, List.copyOf(each.missed));
            }
        }
        return missed;
    }

    private void walk(Registration from, Release content, List<Open> open) throws IOException {
        Registration at = from;
        Release release = content;
        while (!open.isEmpty()) {
            Optional<Registration> before = history.before(at.id().version());
            List<Registration> between = between(before, at);
            Optional<Release> below =
                    before.isPresent() ? Optional.of(releases.of(before.get())) : Optional.empty();
            for (Open each : open) {
                step(each, at, release, below, between.stream().anyMatch(this::isLost));
            }
            for (Registration each : between) {
                passOver(each, open);
            }
            if (below.isEmpty()) {
                return;
            }
            open.removeIf(each -> each.source(below.get()).isEmpty());
            open.removeIf(each -> each.isMadeFrom(below.get()));
            at = before.get();
            release = below.get();
        }
    }

    /**
     * Adds what a release changed for safety, and follows the article to its former name.
     *
     * @param below the release before; one that does not have the article changed nothing of it
     * @param isLost whether a release in between had it, as far as anybody knows
     */
    private static void step(
            Open each, Registration at, Release release, Optional<Release> below, boolean isLost) {
        Optional<Digest> now = each.source(release);
        List<String> notes =
                release.manifest().changes().stream()
                        .filter(change -> change.kind() == ChangeKind.SAFETY)
                        .filter(change -> change.article().equals(each.name))
                        .map(Change::text)
                        .toList();
        each.name =
                release.manifest().redirects().stream()
                        .filter(r -> r.kind() == ItemKind.ARTICLE)
                        .filter(r -> r.to().equals(each.name.value()))
                        .map(Redirect::from)
                        .flatMap(name -> ArticleId.parse(name).stream())
                        .findFirst()
                        .orElse(each.name);
        Optional<Digest> then = below.flatMap(each::source);
        if (isLost || (then.isPresent() && !then.equals(now))) {
            for (String note : notes) {
                each.missed.add(new MissedSafety(at.id().version(), Optional.of(note)));
            }
        }
    }

    /**
     * Releases between two steps: pre-releases, and those that were erased. Highest first.
     *
     * @param low empty where nothing is left below
     */
    private List<Registration> between(Optional<Registration> low, Registration high) {
        return history.registrations().stream()
                .filter(r -> r.id().version().compareTo(high.id().version()) < 0)
                .filter(
                        r ->
                                low.isEmpty()
                                        || r.id().version().compareTo(low.get().id().version()) > 0)
                .toList();
    }

    /**
     * True for an erased release that changed something of what was there before; the first of all
     * did not.
     */
    private boolean isLost(Registration registration) {
        Version version = registration.id().version();
        return version.isStable()
                && history.isErased(version)
                && history.registrations().stream()
                        .map(r -> r.id().version())
                        .anyMatch(other -> other.isStable() && other.compareTo(version) < 0);
    }

    /** A translation of a pre-release has its texts; what a lost release changed nobody knows. */
    private void passOver(Registration between, List<Open> open) throws IOException {
        if (isLost(between)) {
            for (Open each : open) {
                each.missed.add(new MissedSafety(between.id().version(), Optional.empty()));
            }
        } else if (!history.isErased(between.id().version())) {
            Release release = releases.of(between);
            open.removeIf(each -> each.isMadeFrom(release));
        }
    }
}
