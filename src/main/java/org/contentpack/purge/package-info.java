/**
 * Telling caches in front of the server to forget what changed (see {@link
 * org.contentpack.purge.Purge}).
 */
@NullMarked
package org.contentpack.purge;

import org.jspecify.annotations.NullMarked;
