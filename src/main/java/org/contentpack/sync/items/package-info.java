/**
 * What connectors share whose CMSes keep items as JSON (see {@link
 * org.contentpack.sync.items.Mark}).
 */
@NullMarked
package org.contentpack.sync.items;

import org.jspecify.annotations.NullMarked;
