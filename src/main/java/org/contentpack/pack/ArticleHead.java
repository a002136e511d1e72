package org.contentpack.pack;

import java.util.List;
import java.util.Optional;

/**
 * What of an article a release has to know of all its articles, against {@link Article}, which has
 * the text too. A release of ten thousand articles holds ten thousand of these and no text.
 *
 * @param translates the digest of the source article's file that this translation was made from;
 *     empty where this is the source
 * @param path the file it stands in
 * @param digest of that file's bytes
 * @param sections in the order of the text
 */
public record ArticleHead(
        ArticleId id,
        Language language,
        Slug slug,
        String title,
        String summary,
        Review review,
        Optional<Digest> translates,
        FilePath path,
        Digest digest,
        List<SectionId> sections) {

    public ArticleHead {
        sections = List.copyOf(sections);
    }
}
