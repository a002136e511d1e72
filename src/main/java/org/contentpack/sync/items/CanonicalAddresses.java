package org.contentpack.sync.items;

import java.util.Optional;
import java.util.function.Function;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.pack.Release;
import org.contentpack.pack.SectionId;
import org.contentpack.render.Addresses;

/**
 * What canonical texts point at: pictures and other articles, and nothing else.
 *
 * @param content the release in which the pictures are
 * @param language of the text
 * @param pictures the reference to a picture, by its digest
 */
public record CanonicalAddresses(
        Release content, Language language, Function<Digest, String> pictures)
        implements Addresses {

    @Override
    public String article(ArticleId article, Language in) {
        return ArticleAddresses.reference(article.value(), in.tag());
    }

    @Override
    public String asset(FilePath asset) {
        Optional<FileEntry> file = content.files().find(asset);
        return file.map(f -> pictures.apply(f.digest())).orElse(asset.value());
    }

    @Override
    public String latestArticle(ArticleId article) {
        return article(article, language);
    }

    @Override
    public String section(ArticleId article, SectionId section, Language in) {
        return article(article, in) + "#" + section;
    }

    @Override
    public String home() {
        throw notInTexts();
    }

    @Override
    public String stylesheet() {
        throw notInTexts();
    }

    @Override
    public String versions() {
        throw notInTexts();
    }

    @Override
    public String release() {
        throw notInTexts();
    }

    @Override
    public String archive() {
        throw notInTexts();
    }

    private static UnsupportedOperationException notInTexts() {
        return new UnsupportedOperationException("texts do not point there");
    }
}
