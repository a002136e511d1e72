package org.contentpack.rest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.contentpack.registry.Event;
import org.contentpack.webhook.EventKind;
import org.contentpack.webhook.NoticeWriter;

/**
 * Notices as Standard Webhooks would have them: a type, a moment, and as data what the feed of
 * changes says of the event.
 *
 * @see <a
 *     href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#payload-structure">Payload
 *     structure</a>
 */
public final class EventNotices implements NoticeWriter {

    private final JsonWriter json;
    private final Links links;

    public EventNotices(JsonWriter json, Links links) {
        this.json = json;
        this.links = links;
    }

    /** The wire shape of a notice; {@code docs/api/notice.json}. */
    record NoticeAnswer(String type, Instant timestamp, EventAnswer data) {}

    @Override
    public String write(Event event) {
        return new String(
                json.bytes(
                        new NoticeAnswer(
                                EventKind.of(event.change()).type(),
                                event.recorded(),
                                EventAnswer.of(event, links))),
                StandardCharsets.UTF_8);
    }
}
