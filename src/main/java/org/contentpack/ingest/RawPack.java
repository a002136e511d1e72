package org.contentpack.ingest;

import java.util.List;
import java.util.Optional;

/**
 * What a reader found in a file: its articles, and what it says of all of them.
 *
 * @param title of the whole; empty where the one article's title is the pack's
 */
record RawPack(List<RawArticle> articles, Optional<Said> title, Optional<Said> summary) {

    RawPack {
        articles = List.copyOf(articles);
    }

    static RawPack of(RawArticle article) {
        return new RawPack(List.of(article), Optional.empty(), Optional.empty());
    }
}
