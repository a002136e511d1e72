/**
 * Signatures of releases and of review statements, and who is trusted to make them (see {@link
 * org.contentpack.signature.SignatureCheck}).
 */
@NullMarked
package org.contentpack.signature;

import org.jspecify.annotations.NullMarked;
