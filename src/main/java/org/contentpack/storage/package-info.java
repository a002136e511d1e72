/** Adapters of the registry's store (see {@link org.contentpack.storage.DatabaseReleaseStore}). */
@NullMarked
package org.contentpack.storage;

import org.jspecify.annotations.NullMarked;
