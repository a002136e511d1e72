package org.contentpack.sync.wordpress;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.contentpack.sync.Outgoing;

/**
 * What a target can be told to keep in a field of the site's own post type, beside title, text,
 * slug, summary and tags, which every post has a place for. Its place is the key of registered post
 * meta.
 */
enum MetaField {
    /** Whom the article is for. */
    AUDIENCE(Owner.BOTH, out -> Optional.of(out.article().audience())),
    /** What the article is not. */
    DISCLAIMER(Owner.BOTH, out -> out.article().disclaimer()),
    /** The version that the text is in step with. */
    VERSION(Owner.SERVER, out -> Optional.of(out.marks().version().text())),
    /** Whether somebody answers for the text. */
    REVIEW(Owner.SERVER, out -> Optional.of(out.marks().review()));

    /** Who may change it in the site. */
    private enum Owner {
        /** Merged like any field. */
        BOTH,
        /** Written with the marks, whatever stands there. */
        SERVER
    }

    private final Owner owner;
    private final Function<Outgoing, Optional<String>> value;

    MetaField(Owner owner, Function<Outgoing, Optional<String>> value) {
        this.owner = owner;
        this.value = value;
    }

    /** The field's name in contents, and in settings behind {@code field-}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether editors may change it, so that it is part of the item's content. */
    boolean isMerged() {
        return owner == Owner.BOTH;
    }

    /** What it is to be; empty where there is nothing to say. */
    Optional<String> value(Outgoing outgoing) {
        return value.apply(outgoing).filter(text -> !text.isEmpty());
    }
}
