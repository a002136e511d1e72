/**
 * Keeps CMSes in step with releases without losing what editors wrote there (see {@link
 * org.contentpack.sync.Sync}).
 */
@NullMarked
package org.contentpack.sync;

import org.jspecify.annotations.NullMarked;
