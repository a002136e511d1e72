package org.contentpack.validation;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Release;

/**
 * What became of each article's files since the previous release, by the bytes alone.
 *
 * @param now digests by file
 * @param before digests by file; empty for an article that is new
 */
record ArticleSteps(Map<FilePath, Digest> now, Map<FilePath, Digest> before) {

    /** The steps of all articles of the pack that have a readable id. */
    static SortedMap<String, ArticleSteps> of(PackContext context, Release previous) {
        Map<ArticleId, Map<FilePath, Digest>> before =
                previous.articles().stream()
                        .collect(
                                Collectors.groupingBy(
                                        ArticleHead::id,
                                        Collectors.toMap(ArticleHead::path, ArticleHead::digest)));
        SortedMap<String, ArticleSteps> steps = new TreeMap<>();
        for (String id : context.articleIds()) {
            Optional<ArticleId> article = ArticleId.parse(id);
            if (article.isPresent()) {
                Map<FilePath, Digest> now =
                        context.articles(id).stream()
                                .collect(
                                        Collectors.toMap(
                                                ArticleDocument::file, ArticleDocument::digest));
                steps.put(id, new ArticleSteps(now, before.getOrDefault(article.get(), Map.of())));
            }
        }
        return steps;
    }

    boolean isNew() {
        return before.isEmpty();
    }

    boolean isUnchanged() {
        return now.equals(before);
    }

    boolean isNew(FilePath file) {
        return !before.containsKey(file);
    }
}
