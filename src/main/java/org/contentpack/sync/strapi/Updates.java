package org.contentpack.sync.strapi;

/** What becomes of an update to an item that readers see. */
enum Updates {
    /** It waits until an editor publishes it. */
    IN_THE_DRAFT,
    /** It is published too, unless an editor's own change waits there. */
    PUBLISHED
}
