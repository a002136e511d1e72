package org.contentpack.render;

import org.contentpack.pack.ArticleId;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.pack.SectionId;

/**
 * Where things of one release can be reached, so that pages and fragments can point at them without
 * knowing the resource tree. Every address is one for an {@code href}: an absolute path or URL.
 */
public interface Addresses {

    /** The list of packs. */
    String home();

    String stylesheet();

    /** All versions of the pack. */
    String versions();

    String release();

    String article(ArticleId article, Language language);

    /** The article at whatever release is the latest. */
    String latestArticle(ArticleId article);

    String section(ArticleId article, SectionId section, Language language);

    String asset(FilePath asset);

    String archive();
}
