package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.contentpack.registry.Event;
import org.contentpack.registry.Registry;

/**
 * What happened to packs, in order, for those who follow: {@code next} is there on every page, and
 * asked again later it gives what happened since, nothing twice and nothing left out.
 */
@ApplicationScoped
@Path("/api/changes")
public class ChangesResource {

    @Inject Registry registry;

    @Inject Responses responses;

    @Inject Links links;

    @Inject EventStreams streams;

    @Inject JsonWriter json;

    /** As JSON, page by page, or as events that go on. */
    @GET
    public Response list(@Context HttpServletRequest request) throws IOException {
        Query query = Query.of(Targets.of(request));
        Page page = Page.of(query);
        Optional<String> after = page.after();
        String format =
                Formats.choose(
                        Optional.empty(),
                        request,
                        List.of(
                                new Problem.Variant(Formats.JSON, links.changes()),
                                new Problem.Variant(EventStreams.MEDIA_TYPE, links.changes())));
        return format.equals(EventStreams.MEDIA_TYPE)
                ? events(after, request)
                : page(after.map(ChangesResource::sequence).orElse(0L), page.limit(), request);
    }

    private Response page(long after, int limit, HttpServletRequest request) throws IOException {
        List<Event> events = registry.changes(after, limit);
        long last = events.isEmpty() ? after : events.get(events.size() - 1).sequence();
        return responses.json(
                new ListAnswer<>(
                        events.stream().map(e -> EventAnswer.of(e, links)).toList(),
                        Optional.of(
                                links.changes() + "?limit=" + limit + "&after=" + cursor(last))),
                events.size() < limit ? CacheLifetime.LIVE : CacheLifetime.MOVING,
                List.of(),
                request);
    }

    /**
     * From where the client was, else from the cursor, else from the beginning; the id of an event
     * is a cursor as the pages have them.
     */
    private Response events(Optional<String> after, HttpServletRequest request) {
        String last =
                EventStreams.lastEventId(request)
                        .orElseGet(() -> after.map(Page::encode).orElse(""));
        position(last);
        return streams.answer(EventStreams.Audience.READERS, last, known -> look(position(known)));
    }

    private static long position(String cursor) {
        return cursor.isEmpty() ? 0 : sequence(Page.decode(cursor));
    }

    private EventStreams.Look look(long after) throws IOException {
        return new EventStreams.Look(
                registry.changes(after, Page.DEFAULT_LIMIT).stream()
                        .map(
                                event ->
                                        new EventStreams.Sent(
                                                cursor(event.sequence()),
                                                "change",
                                                json.bytes(EventAnswer.of(event, links))))
                        .toList(),
                false);
    }

    private static String cursor(long sequence) {
        return Page.encode(Long.toString(sequence));
    }

    static long sequence(String cursor) {
        if (!cursor.matches("0|[1-9][0-9]{0,17}")) {
            throw Page.unknownCursor();
        }
        return Long.parseLong(cursor);
    }
}
