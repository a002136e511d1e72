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

    @GET
    public Response list(@Context HttpServletRequest request) throws IOException {
        Query query = Query.of(Targets.of(request));
        int limit = Page.of(query).limit();
        long after = Page.of(query).after().map(ChangesResource::sequence).orElse(0L);
        List<Event> events = registry.changes(after, limit);
        long last = events.isEmpty() ? after : events.get(events.size() - 1).sequence();
        return responses.json(
                new ListAnswer<>(
                        events.stream().map(e -> EventAnswer.of(e, links)).toList(),
                        Optional.of(
                                links.changes()
                                        + "?limit="
                                        + limit
                                        + "&after="
                                        + Page.encode(Long.toString(last)))),
                events.size() < limit ? CacheLifetime.LIVE : CacheLifetime.MOVING,
                List.of(),
                request);
    }

    static long sequence(String cursor) {
        if (!cursor.matches("0|[1-9][0-9]{0,17}")) {
            throw Page.unknownCursor();
        }
        return Long.parseLong(cursor);
    }
}
