package org.contentpack.sync;

import java.net.URI;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;

/**
 * One configured CMS and what it takes, without any credential.
 *
 * @param kind of CMS, such as {@code wordpress}
 * @param url address of the site
 * @param packs the packs that it takes; at least one
 * @param articles the articles that it takes; empty for all
 * @param languages the languages that it takes; empty for all
 * @param status of new items that may be shown to readers; {@link ItemStatus#LIVE} or {@link
 *     ItemStatus#DRAFT}
 * @param retireUntouched whether items whose article went away are put aside without asking where
 *     nobody touched them
 * @param allowUnreviewed who answers for showing unreviewed health texts, and why; without it they
 *     arrive as drafts
 */
public record Target(
        TargetName name,
        String kind,
        URI url,
        Set<PackId> packs,
        Set<ArticleId> articles,
        Set<Language> languages,
        ItemStatus status,
        UpdatePolicy policy,
        boolean retireUntouched,
        Optional<Answerable> allowUnreviewed) {

    public Target {
        packs = Collections.unmodifiableSet(new TreeSet<>(packs));
        articles = Collections.unmodifiableSet(new TreeSet<>(articles));
        languages = Collections.unmodifiableSet(new TreeSet<>(languages));
        if (packs.isEmpty()) {
            throw new IllegalArgumentException("a target must take at least one pack: " + name);
        }
        if (status == ItemStatus.TRASHED) {
            throw new IllegalArgumentException("new items cannot begin in the trash: " + name);
        }
    }

    /** A person and a reason. */
    public record Answerable(String person, String reason) {}

    public boolean takes(ItemKey key) {
        return packs.contains(key.pack())
                && (articles.isEmpty() || articles.contains(key.article()))
                && (languages.isEmpty() || languages.contains(key.language()));
    }
}
