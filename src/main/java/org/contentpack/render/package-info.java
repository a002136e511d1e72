/** Articles as HTML and Markdown (see {@link org.contentpack.render.ArticlePage}). */
@NullMarked
package org.contentpack.render;

import org.jspecify.annotations.NullMarked;
