/**
 * Jakarta Validation constraints for texts of pack documents. The message of each is the code of
 * the rule that it stands for; absent texts pass, since that a key is there is another constraint's
 * business.
 */
@NullMarked
package org.contentpack.manifest.constraint;

import org.jspecify.annotations.NullMarked;
