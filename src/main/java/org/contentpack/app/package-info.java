/**
 * Wiring of the server: producers, configuration, start-up, health (see {@link
 * org.contentpack.app.Wiring}).
 */
@NullMarked
package org.contentpack.app;

import org.jspecify.annotations.NullMarked;
