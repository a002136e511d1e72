package org.contentpack.search;

import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.PackId;

/** The names of the index's fields. Those for text end with the rules of their language. */
final class Fields {

    /** Which text of which article it is; the same for all entries of the text. */
    static final String TEXT_KEY = "key";

    /** The entry itself: the last criterion of the order, so that no two entries are equal. */
    static final String PLACE = "place";

    static final String PACK = "pack";

    /** Every language that the entry's is one of: {@code pt-BR} and {@code pt}. */
    static final String LANGUAGE = "language";

    static final String TAG = "tag";

    /** Of a section. */
    static final String KIND = "kind";

    /** The version of the latest release, where the text is in it. */
    static final String CURRENT = "current";

    static final String SECTION = "section";
    static final String SECTION_HEADING = "sectionHeading";

    /** Words by field: title and heading count more than the text, the article's title less. */
    static final String TITLE = "title";

    static final String HEADING = "heading";
    static final String TEXT = "text";
    static final String CONTEXT = "context";

    private Fields() {}

    /**
     * The key of a text. The same text in two releases of a pack is one; with it one entry of the
     * index serves both.
     */
    static String key(PackId pack, ArticleHead head) {
        return pack + "/" + head.id() + "/" + head.language() + "/" + head.digest().hex();
    }
}
