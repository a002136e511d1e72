package org.contentpack.pack;

import java.net.URI;
import java.time.LocalDate;

/**
 * A public text that an article cites, against {@link Provenance}, which the article was made from.
 *
 * @param checked the day on which somebody read the source for this article
 */
public record Source(SourceId id, String publisher, String title, URI url, LocalDate checked) {}
