package org.contentpack.registry;

import java.util.List;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.Language;
import org.contentpack.pack.Release;

/**
 * What a list of packs says of a release, against {@link Release}, which has all of it but the
 * texts: a list of fifty packs reads fifty rows instead of fifty manifests.
 *
 * @param languages of its articles, sorted
 */
public record ReleaseSummary(
        String title, String summary, Language language, List<Language> languages) {

    public ReleaseSummary {
        languages = List.copyOf(languages);
    }

    static ReleaseSummary of(Release release) {
        return new ReleaseSummary(
                release.manifest().title(),
                release.manifest().summary(),
                release.manifest().language(),
                release.articles().stream()
                        .map(ArticleHead::language)
                        .distinct()
                        .sorted()
                        .toList());
    }
}
