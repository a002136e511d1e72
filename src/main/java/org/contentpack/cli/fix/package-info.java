/**
 * What the command mends by itself, because there is one right answer (see {@link
 * org.contentpack.cli.fix.Fixing}).
 */
@NullMarked
package org.contentpack.cli.fix;

import org.jspecify.annotations.NullMarked;
