/**
 * Ghost 6, over its Admin API (see {@link org.contentpack.sync.ghost.GhostKind}).
 *
 * <p>An article in one language is one post. Its text is written as the blocks that Ghost's editor
 * edits; each word of ours says which section it belongs to, in a style that nobody sees and that
 * the editor keeps.
 */
@NullMarked
package org.contentpack.sync.ghost;

import org.jspecify.annotations.NullMarked;
