package org.contentpack.render;

import org.contentpack.pack.ArticleId;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.pack.SectionId;

/** Short addresses that show what they were made of. */
public final class TestAddresses implements Addresses {
    @Override
    public String home() {
        return "/";
    }

    @Override
    public String stylesheet() {
        return "/style.css";
    }

    @Override
    public String versions() {
        return "/v";
    }

    @Override
    public String release() {
        return "/v/1";
    }

    @Override
    public String article(ArticleId article, Language language) {
        return "/v/1/articles/" + article + "?lang=" + language;
    }

    @Override
    public String latestArticle(ArticleId article) {
        return "/articles/" + article;
    }

    @Override
    public String section(ArticleId article, SectionId section, Language language) {
        return article(article, language) + "/" + section;
    }

    @Override
    public String asset(FilePath asset) {
        return "/v/1/" + asset;
    }

    @Override
    public String archive() {
        return "/v/1/archive";
    }
}
