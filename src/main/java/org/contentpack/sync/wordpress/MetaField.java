package org.contentpack.sync.wordpress;

import java.util.Locale;
import java.util.Optional;
import org.contentpack.sync.Outgoing;

/**
 * What a target can be told to keep in a field of the site's own post type, beside title, text,
 * slug, summary and tags, which every post has a place for. Its place is the key of registered post
 * meta.
 */
enum MetaField {
    /** Whom the article is for. */
    AUDIENCE(Owner.BOTH),
    /** What the article is not. */
    DISCLAIMER(Owner.BOTH),
    /** The version that the text is in step with. */
    VERSION(Owner.SERVER),
    /** Whether somebody answers for the text. */
    REVIEW(Owner.SERVER);

    /** Who may change it in the site. */
    private enum Owner {
        /** Merged like any field. */
        BOTH,
        /** Written with the marks, whatever stands there. */
        SERVER
    }

    private final Owner owner;

    MetaField(Owner owner) {
        this.owner = owner;
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
        Optional<String> value =
                switch (this) {
                    case AUDIENCE -> Optional.of(outgoing.article().audience());
                    case DISCLAIMER -> outgoing.article().disclaimer();
                    case VERSION -> Optional.of(outgoing.marks().version().text());
                    case REVIEW -> Optional.of(outgoing.marks().review());
                };
        return value.filter(text -> !text.isEmpty());
    }
}
