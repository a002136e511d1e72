package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.contentpack.rest.EventStreams.Look;
import org.contentpack.sync.Run;
import org.contentpack.sync.RunId;
import org.contentpack.sync.Sync;

/** A run's progress as events, until it has ended. The id of an event says how far the run was. */
@ApplicationScoped
public class RunEvents {

    @Inject Sync sync;

    @Inject EventStreams streams;

    @Inject JsonWriter json;

    @Inject Links links;

    /** Events, or {@code 204} where the client knows the end: it does not come back then. */
    Response answer(Run run, HttpServletRequest request) {
        String last = EventStreams.lastEventId(request).orElse("");
        if (run.isEnded() && last.equals(id(run))) {
            return Response.noContent()
                    .header("Cache-Control", CacheLifetime.NONE.header())
                    .build();
        }
        return streams.answer(EventStreams.Audience.CALLERS, last, known -> look(run.id(), known));
    }

    private Look look(RunId run, String known) throws IOException {
        Run now = sync.run(run).orElseThrow(() -> new IOException("run " + run + " is lost"));
        String id = id(now);
        return new Look(
                id.equals(known)
                        ? List.of()
                        : List.of(
                                new EventStreams.Sent(
                                        id,
                                        now.isEnded() ? "end" : "progress",
                                        json.bytes(RunAnswer.event(now, links)))),
                now.isEnded());
    }

    /** Grows with every item that ends, and tells the end from the state before. */
    private static String id(Run run) {
        return RunAnswer.Progress.of(run).ended() + "-" + run.state().id();
    }
}
