package org.contentpack.registry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Release;

/**
 * A release as its readers get it, against {@link Release}, which is what was registered and never
 * changes: translations that lack a safety change of their source are named, and left out where
 * they are held back.
 *
 * @param whole as it was registered
 * @param shown the same without the texts that are held back; the files are all there
 * @param missed what each translation lacks that lacks something, in the order of the articles
 * @param policy what readers get of those
 */
public record ServedRelease(
        Release whole,
        Release shown,
        Map<ArticleHead, List<MissedSafety>> missed,
        StaleTranslations policy) {

    public ServedRelease {
        missed = Collections.unmodifiableMap(new LinkedHashMap<>(missed));
    }

    static ServedRelease of(
            Release whole, Map<ArticleHead, List<MissedSafety>> missed, StaleTranslations policy) {
        if (missed.isEmpty() || policy == StaleTranslations.BANNER) {
            return new ServedRelease(whole, whole, missed, policy);
        }
        List<ArticleHead> left =
                whole.articles().stream().filter(head -> !missed.containsKey(head)).toList();
        return new ServedRelease(
                whole, new Release(whole.manifest(), left, whole.files()), missed, policy);
    }

    /** The same with the texts that are held back. */
    public ServedRelease withHeld() {
        return new ServedRelease(whole, whole, missed, StaleTranslations.BANNER);
    }

    /** What a text lacks; nothing where it is no translation, or a fresh one. */
    public List<MissedSafety> missed(ArticleHead head) {
        return missed.getOrDefault(head, List.of());
    }

    /** True for a text of the release that readers do not get. */
    public boolean isHeld(ArticleHead head) {
        return policy == StaleTranslations.HOLD && missed.containsKey(head);
    }

    /** The texts that are held back. */
    public List<ArticleHead> held() {
        return policy == StaleTranslations.HOLD ? List.copyOf(missed.keySet()) : List.of();
    }

    /** The languages of an article that are held back. */
    public List<ArticleHead> held(ArticleId article) {
        return held().stream().filter(head -> head.id().equals(article)).toList();
    }
}
