package org.contentpack.manifest;

import java.util.List;
import java.util.Optional;
import org.contentpack.archive.PackFiles;

/**
 * What a pack's files spell, right or wrong, against {@link org.contentpack.pack.Release}, which is
 * right by construction. Rules look at documents, so that one wrong value does not hide another.
 *
 * @param manifest empty where {@code pack.yaml} is missing or no YAML mapping
 * @param articles sorted by path
 */
public record PackDocument(
        PackFiles files,
        Optional<Located<ManifestDocument>> manifest,
        List<ArticleDocument> articles) {

    public PackDocument {
        articles = List.copyOf(articles);
    }
}
