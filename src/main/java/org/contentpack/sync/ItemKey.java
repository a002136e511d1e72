package org.contentpack.sync;

import java.util.Comparator;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;

/**
 * Which article in which language an item of a CMS is. It stands on the item itself and is its
 * identity; titles and slugs are not.
 */
public record ItemKey(PackId pack, ArticleId article, Language language)
        implements Comparable<ItemKey> {

    private static final Comparator<ItemKey> ORDER =
            Comparator.comparing(ItemKey::pack)
                    .thenComparing(ItemKey::article)
                    .thenComparing(ItemKey::language);

    @Override
    public int compareTo(ItemKey other) {
        return ORDER.compare(this, other);
    }

    /** {@code pack/article/language}. */
    @Override
    public String toString() {
        return pack + "/" + article + "/" + language;
    }
}
