/**
 * WordPress's own import file, and what it shares with the connector; the door is {@link
 * org.contentpack.export.wordpress.WordPressExporter}.
 */
@NullMarked
package org.contentpack.export.wordpress;

import org.jspecify.annotations.NullMarked;
