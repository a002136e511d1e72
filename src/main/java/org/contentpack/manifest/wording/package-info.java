/**
 * What texts of one language are looked at with: its words and phrases, its sentences, and how easy
 * they are to read (see {@link org.contentpack.manifest.wording.Readability}).
 */
@NullMarked
package org.contentpack.manifest.wording;

import org.jspecify.annotations.NullMarked;
