/**
 * Detached signatures of releases, and who is trusted to make them (see {@link
 * org.contentpack.signature.SignatureCheck}).
 */
@NullMarked
package org.contentpack.signature;

import org.jspecify.annotations.NullMarked;
