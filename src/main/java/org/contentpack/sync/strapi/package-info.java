/**
 * Strapi 5, over REST and two routes of our own (see {@link
 * org.contentpack.sync.strapi.StrapiKind}).
 *
 * <p>An article is one document, each of its languages one item; its text is a repeatable component
 * with one entry of Markdown for each section.
 */
@NullMarked
package org.contentpack.sync.strapi;

import org.jspecify.annotations.NullMarked;
