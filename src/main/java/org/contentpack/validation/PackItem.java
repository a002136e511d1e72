package org.contentpack.validation;

import java.util.Comparator;
import java.util.Optional;
import org.contentpack.pack.ItemKind;
import org.jspecify.annotations.Nullable;

/**
 * Something in a pack, or formerly in it, by the name that redirects and removals give it.
 *
 * @param article the article of a section; empty for articles and assets
 */
record PackItem(ItemKind kind, Optional<String> article, String name)
        implements Comparable<PackItem> {

    private static final Comparator<PackItem> ORDER =
            Comparator.comparing(PackItem::name)
                    .thenComparing(PackItem::kind)
                    .thenComparing(item -> item.article().orElse(""));

    /** Empty where a part that the kind needs is missing or not known. */
    static Optional<PackItem> of(
            @Nullable String kind, @Nullable String article, @Nullable String name) {
        if (kind == null || name == null) {
            return Optional.empty();
        }
        return ItemKind.parse(kind)
                .filter(k -> k != ItemKind.SECTION || article != null)
                .map(
                        k ->
                                new PackItem(
                                        k,
                                        k == ItemKind.SECTION
                                                ? Optional.ofNullable(article)
                                                : Optional.empty(),
                                        name));
    }

    /** By name first; lets hash tables stay fast whatever names somebody makes up. */
    @Override
    public int compareTo(PackItem other) {
        return ORDER.compare(this, other);
    }

    /** The name that was probably meant, where nothing of that name is in the pack. */
    Optional<String> meant(PackContext context) {
        return switch (kind) {
            case ARTICLE -> context.nearest(name, context.articleIds());
            case SECTION -> article.flatMap(id -> context.nearest(name, context.sectionIds(id)));
            case ASSET -> context.nearest(name, context.listedAssets());
        };
    }

    boolean isIn(PackContext context) {
        return switch (kind) {
            case ARTICLE -> context.articleIds().contains(name);
            case SECTION -> article.filter(id -> context.sectionIds(id).contains(name)).isPresent();
            case ASSET -> context.listedAssets().contains(name) || context.files().contains(name);
        };
    }
}
