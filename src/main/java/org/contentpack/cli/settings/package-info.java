/**
 * What authors settle for their own tools in {@code contentpack.yaml} (see {@link
 * org.contentpack.cli.settings.AuthorSettings}).
 */
@NullMarked
package org.contentpack.cli.settings;

import org.jspecify.annotations.NullMarked;
