package org.contentpack.pack;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A pack at one version, immutable: the values that its files spell, and the list of the files.
 *
 * <p>Neither the texts of the articles nor the bytes of the files are in here; whoever holds a
 * release gets them by digest.
 *
 * @param articles sorted by id, then the pack's own language first, then by language
 */
public record Release(Manifest manifest, List<ArticleHead> articles, FileList files) {

    public Release {
        articles =
                articles.stream()
                        .sorted(
                                Comparator.comparing(ArticleHead::id)
                                        .thenComparing(
                                                a -> !a.language().equals(manifest.language()))
                                        .thenComparing(ArticleHead::language))
                        .toList();
    }

    public ReleaseId id() {
        return manifest.releaseId();
    }

    /** The release digest: that of {@link FileList#text()}. */
    public Digest digest() {
        return files.digest();
    }

    /** All languages of one article, the pack's own first; empty where there is none such. */
    public List<ArticleHead> translations(ArticleId article) {
        return articles.stream().filter(a -> a.id().equals(article)).toList();
    }

    public Optional<ArticleHead> article(ArticleId article, Language language) {
        return articles.stream()
                .filter(a -> a.id().equals(article) && a.language().equals(language))
                .findFirst();
    }

    /** True where the source has changed since this translation was made from it. */
    public boolean isStale(ArticleHead translation) {
        return translation
                .translates()
                .map(
                        made ->
                                article(translation.id(), manifest.language())
                                        .map(source -> !source.digest().equals(made))
                                        .orElse(true))
                .orElse(false);
    }
}
