/**
 * What a content pack is, as values that cannot be wrong (see {@link
 * org.contentpack.pack.Release}).
 */
@NullMarked
package org.contentpack.pack;

import org.jspecify.annotations.NullMarked;
