package org.contentpack.webhook;

import org.contentpack.registry.Event;

/**
 * What is said of one event, the same to every webhook and at every try.
 *
 * @param id by which a receiver sees that it has the notice already; another one for another event,
 *     even where a store was put back from a backup and counts anew
 * @param body JSON
 */
record Notice(String id, String body) {

    static Notice of(Event event, NoticeWriter writer) {
        return new Notice(
                "evt_" + event.sequence() + "_" + event.recorded().toEpochMilli(),
                writer.write(event));
    }
}
