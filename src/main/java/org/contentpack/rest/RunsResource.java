package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.contentpack.access.Scope;
import org.contentpack.sync.Run;

/** Runs: jobs that go on when whoever asked for them has gone. */
@ApplicationScoped
@Path("/api/runs/{run}")
public class RunsResource {

    @Inject SyncLookup lookup;

    @Inject PlanChanges changes;

    @Inject RunEvents events;

    @Inject SyncAnswers answers;

    @Inject Links links;

    /** As JSON, or as events until the run has ended. */
    @GET
    @Needs({Scope.SYNC, Scope.AUDIT})
    public Response get(@PathParam("run") String id, @Context HttpServletRequest request)
            throws IOException {
        Run run = lookup.run(id, request);
        String url = links.run(run.id());
        String chosen =
                Formats.choose(
                        Optional.empty(),
                        request,
                        List.of(
                                new Problem.Variant(Formats.JSON, url),
                                new Problem.Variant(EventStreams.MEDIA_TYPE, url)));
        return chosen.equals(EventStreams.MEDIA_TYPE)
                ? events.answer(run, request)
                : answers.json(200, RunAnswer.of(run, links));
    }

    /** Puts back every place that the run wrote, unless somebody changed it since. */
    @POST
    @Path("undo")
    @Needs(Scope.SYNC)
    public Response undo(@PathParam("run") String id, @Context HttpServletRequest request)
            throws IOException {
        Run run = lookup.run(id, request);
        PlanChanges.about(lookup.planOf(run), request);
        Run undoing = changes.undo(run, request);
        return answers.json(202, RunAnswer.of(undoing, links), links.run(undoing.id()));
    }

    /** Asks the run to stop after the item at hand. */
    @POST
    @Path("cancel")
    @Needs(Scope.SYNC)
    public Response cancel(@PathParam("run") String id, @Context HttpServletRequest request)
            throws IOException {
        Run run = lookup.run(id, request);
        PlanChanges.about(lookup.planOf(run), request);
        return answers.json(202, RunAnswer.of(changes.cancel(run), links), links.run(run.id()));
    }
}
