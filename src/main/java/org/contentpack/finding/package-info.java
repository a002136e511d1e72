/** What a check says about a pack (see {@link org.contentpack.finding.Finding}). */
@NullMarked
package org.contentpack.finding;

import org.jspecify.annotations.NullMarked;
