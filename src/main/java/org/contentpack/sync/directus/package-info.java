/**
 * Directus 12, over its REST API (see {@link org.contentpack.sync.directus.DirectusKind}).
 *
 * <p>An article in one language is one item whose primary key is ours; its text is a JSON field
 * with one row for each section.
 */
@NullMarked
package org.contentpack.sync.directus;

import org.jspecify.annotations.NullMarked;
