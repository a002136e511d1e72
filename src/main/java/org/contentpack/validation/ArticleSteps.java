package org.contentpack.validation;

import java.util.Map;
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
        SortedMap<String, ArticleSteps> steps = new TreeMap<>();
        for (String id : context.articleIds()) {
            ArticleId.parse(id)
                    .ifPresent(
                            article ->
                                    steps.put(
                                            id,
                                            new ArticleSteps(
                                                    context.articles(id).stream()
                                                            .collect(
                                                                    Collectors.toMap(
                                                                            ArticleDocument::file,
                                                                            ArticleDocument
                                                                                    ::digest)),
                                                    previous.translations(article).stream()
                                                            .collect(
                                                                    Collectors.toMap(
                                                                            ArticleHead::path,
                                                                            ArticleHead
                                                                                    ::digest)))));
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
