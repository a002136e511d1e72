/**
 * From an article as it was found, in plain text, HTML, Markdown or an export of WordPress, to the
 * draft of a pack and a list of what a person has to decide (see {@link
 * org.contentpack.ingest.Ingest}).
 */
@NullMarked
package org.contentpack.ingest;

import org.jspecify.annotations.NullMarked;
