/** Commands for authors and for builds; findings are told by {@link org.contentpack.cli.report}. */
@NullMarked
package org.contentpack.cli;

import org.jspecify.annotations.NullMarked;
