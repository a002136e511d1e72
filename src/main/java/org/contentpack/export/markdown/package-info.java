/**
 * A folder of Markdown as Hugo reads it; the door is {@link
 * org.contentpack.export.markdown.MarkdownExporter}.
 */
@NullMarked
package org.contentpack.export.markdown;

import org.jspecify.annotations.NullMarked;
