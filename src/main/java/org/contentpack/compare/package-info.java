/**
 * What two contents differ in, and how three of them become one without losing a word (see {@link
 * org.contentpack.compare.ContentMerge}).
 */
@NullMarked
package org.contentpack.compare;

import org.jspecify.annotations.NullMarked;
