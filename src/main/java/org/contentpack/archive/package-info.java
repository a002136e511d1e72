/**
 * The bytes of packs in and out: folders, zips, class path (see {@link
 * org.contentpack.archive.PackFiles}).
 */
@NullMarked
package org.contentpack.archive;

import org.jspecify.annotations.NullMarked;
