/**
 * Semantic versions, ranges over them and the size of a step between two (see {@link
 * org.contentpack.version.Version}).
 */
@NullMarked
package org.contentpack.version;

import org.jspecify.annotations.NullMarked;
