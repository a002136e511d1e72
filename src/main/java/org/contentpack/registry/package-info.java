/** Registering, resolving and listing releases (see {@link org.contentpack.registry.Registry}). */
@NullMarked
package org.contentpack.registry;

import org.jspecify.annotations.NullMarked;
