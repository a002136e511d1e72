package org.contentpack.webhook;

import org.contentpack.registry.Event;

/** Writes the body of a notice; a port, since the shapes of answers belong to the API. */
@FunctionalInterface
public interface NoticeWriter {

    /** JSON; the same for the same event. */
    String write(Event event);
}
