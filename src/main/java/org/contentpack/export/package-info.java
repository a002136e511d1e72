/**
 * A release as the import file of one CMS; the door is {@link org.contentpack.export.Exporters}.
 */
@NullMarked
package org.contentpack.export;

import org.jspecify.annotations.NullMarked;
