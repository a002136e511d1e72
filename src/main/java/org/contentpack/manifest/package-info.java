/**
 * Reading {@code pack.yaml} and articles into documents with locations, and from there into values
 * (see {@link org.contentpack.manifest.PackDocumentReader}).
 */
@NullMarked
package org.contentpack.manifest;

import org.jspecify.annotations.NullMarked;
