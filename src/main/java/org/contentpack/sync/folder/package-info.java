/** The connector for a folder of text files; the door is {@link FolderKind}. */
@NullMarked
package org.contentpack.sync.folder;

import org.jspecify.annotations.NullMarked;
