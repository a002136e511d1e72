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
import org.contentpack.access.Scope;
import org.contentpack.render.RunPage;
import org.contentpack.sync.Plan;
import org.contentpack.sync.Run;
import org.contentpack.sync.RunId;
import org.contentpack.sync.RunItem;

/** The page of a run. */
@ApplicationScoped
@ByCookie
@Path("/runs/{run}")
public class RunPageResource {

    @Inject SyncLookup lookup;

    @Inject PlanChanges changes;

    @Inject PageAnswers pages;

    @GET
    @Needs({Scope.SYNC, Scope.AUDIT})
    public Response page(@PathParam("run") String id, @Context HttpServletRequest request)
            throws IOException {
        Run run = lookup.run(id, request);
        return pages.page(
                200,
                RunPage.html(
                        pages.frame(request),
                        view(run, lookup.planOf(run), Words.mayWrite(request))));
    }

    private static RunPage.View view(Run run, Plan plan, boolean mayWrite) {
        RunAnswer.Progress progress = RunAnswer.Progress.of(run);
        return new RunPage.View(
                run.id().toString(),
                run.plan().toString(),
                run.target().value(),
                plan.pack().value(),
                plan.to().text(),
                run.undoes().map(RunId::toString).orElse(""),
                says(run),
                !run.isEnded(),
                run.cancelled(),
                progress.total(),
                progress.ended(),
                run.caller(),
                Words.time(run.started()),
                run.finished().map(Words::time).orElse(""),
                run.isEnded() && run.undoes().isEmpty() && run.count(RunItem.State.DONE) > 0,
                mayWrite,
                run.items().stream().map(RunPageResource::item).toList());
    }

    private static String says(Run run) {
        long failed = run.count(RunItem.State.FAILED);
        long done = run.count(RunItem.State.DONE);
        return "The run "
                + Words.state(run.state())
                + ": "
                + Words.count(done, "article")
                + (run.undoes().isPresent() ? " put back" : " written")
                + (failed > 0 ? ", " + Words.count(failed, "article") + " failed" : "")
                + (run.cancelled() && !run.isEnded() ? ". It will stop after the item at hand" : "")
                + ".";
    }

    private static RunPage.Item item(RunItem item) {
        return new RunPage.Item(
                item.key().article().value(),
                item.key().language().tag(),
                item.action().id(),
                item.state().id(),
                Words.state(item.state()),
                item.message(),
                item.left());
    }

    @POST
    @Path("undo")
    @Needs(Scope.SYNC)
    public Response undo(@PathParam("run") String id, @Context HttpServletRequest request)
            throws IOException {
        Run run = lookup.run(id, request);
        PlanChanges.about(lookup.planOf(run), request);
        return pages.seeOther("/runs/" + changes.undo(run, request).id());
    }

    @POST
    @Path("cancel")
    @Needs(Scope.SYNC)
    public Response cancel(@PathParam("run") String id, @Context HttpServletRequest request)
            throws IOException {
        Run run = lookup.run(id, request);
        PlanChanges.about(lookup.planOf(run), request);
        return pages.seeOther("/runs/" + changes.cancel(run).id());
    }
}
