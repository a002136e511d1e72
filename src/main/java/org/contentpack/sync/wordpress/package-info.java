/**
 * WordPress, from 6.4 on, over its REST API (see {@link
 * org.contentpack.sync.wordpress.WordPressKind}).
 */
@NullMarked
package org.contentpack.sync.wordpress;

import org.jspecify.annotations.NullMarked;
