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
        int from = firstAtOrAfter(article);
        int to = from;
        while (to < articles.size() && articles.get(to).id().equals(article)) {
            to++;
        }
        return articles.subList(from, to);
    }

    /** Where the article's first language stands or would stand: articles are sorted by id. */
    private int firstAtOrAfter(ArticleId article) {
        int low = 0;
        int high = articles.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (articles.get(middle).id().compareTo(article) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    public Optional<ArticleHead> article(ArticleId article, Language language) {
        return translations(article).stream()
                .filter(a -> a.language().equals(language))
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
