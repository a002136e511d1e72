/**
 * Finds articles and sections by their words, in an index that is derived from the registry and
 * never the truth (see {@link org.contentpack.search.Search}).
 */
@NullMarked
package org.contentpack.search;

import org.jspecify.annotations.NullMarked;
