/** Releases as files that CMSes import: one sub-package for each kind of file. */
@NullMarked
package org.contentpack.export;

import org.jspecify.annotations.NullMarked;
