package org.contentpack.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.PackId;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;

/**
 * Articles as they were at a time. The address of an article without a release is the original and
 * its own TimeGate; its addresses in releases are the mementos. Which release it was, the recorded
 * history of {@code latest} says: a withdrawal does not change what was read before it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7089">RFC 7089, Memento</a>
 */
@Dependent
public class Mementos {

    @Inject Registry registry;

    @Inject Links links;

    /**
     * The release that was the latest at a moment and has the article, or the nearest before it
     * that has; before the first, the first. Empty where none ever had it.
     */
    Optional<Registration> at(PackHistory history, ArticleId article, Instant moment)
            throws IOException {
        List<Registration> candidates = new ArrayList<>(history.latestAt(moment));
        candidates.addAll(history.everLatest());
        for (Registration candidate : candidates) {
            if (has(history, candidate, article)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The releases that have the article and were the latest at some time, oldest first. */
    List<Registration> all(PackHistory history, ArticleId article) throws IOException {
        List<Registration> mementos = new ArrayList<>();
        for (Registration each : history.everLatest()) {
            if (has(history, each, article)) {
                mementos.add(each);
            }
        }
        return mementos;
    }

    /**
     * What was erased is no memento any more: nothing is left to say whether it had the article.
     */
    private boolean has(PackHistory history, Registration registration, ArticleId article)
            throws IOException {
        return !history.isErased(registration.id().version())
                && !registry.release(registration).translations(article).isEmpty();
    }

    /** Where the other times of an article are, as values of {@code Link} headers. */
    List<String> relations(PackId pack, ArticleId article) {
        String original = links.latestArticle(pack, article);
        return List.of(
                ReleaseLookup.link(original, "original timegate"),
                "<"
                        + links.timeMap(pack, article)
                        + ">; rel=\"timemap\"; type=\""
                        + TimeMapAnswer.LINK_FORMAT
                        + "\"");
    }
}
