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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.contentpack.access.Scope;
import org.contentpack.pack.PackId;
import org.contentpack.render.TargetPages;
import org.contentpack.sync.Check;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.Plan;
import org.contentpack.sync.Run;
import org.contentpack.sync.Sync;
import org.contentpack.sync.Target;
import org.contentpack.version.Selector;

/** The pages of the targets: what is due there, and making a plan. */
@ApplicationScoped
@ByCookie
@Path("/targets")
public class TargetPagesResource {

    @Inject Sync sync;

    @Inject SyncLookup lookup;

    @Inject Fleets fleets;

    @Inject PageAnswers pages;

    @Inject InstantSource clock;

    @GET
    @Needs({Scope.SYNC, Scope.AUDIT})
    public Response all(@Context HttpServletRequest request) throws IOException {
        List<TargetPages.Card> cards = new ArrayList<>();
        for (Target target : lookup.targets(request)) {
            FleetFilter here =
                    new FleetFilter(
                            Optional.of(target.name()),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
            cards.add(
                    new TargetPages.Card(
                            target.name().value(),
                            target.kind(),
                            target.url().toString(),
                            Words.policy(target),
                            target.packs().stream().map(PackId::value).toList(),
                            FleetViews.attention(fleets.entries(here, request), clock.instant())));
        }
        return pages.page(200, TargetPages.html(pages.frame(request), cards));
    }

    /** With {@code look=check} or {@code look=drift} the CMS is asked. */
    @GET
    @Path("{target}")
    @Needs({Scope.SYNC, Scope.AUDIT})
    public Response one(@PathParam("target") String name, @Context HttpServletRequest request)
            throws IOException {
        Target target = lookup.target(name, request);
        String look = Query.of(Targets.of(request)).one("look").orElse("");
        Looked looked = new Looked(Optional.empty(), List.of(), "");
        try {
            if (look.equals("check")) {
                looked = new Looked(Optional.of(sync.check(target.name())), List.of(), "");
            } else if (look.equals("drift")) {
                looked = new Looked(Optional.empty(), drifts(target, request), "");
            }
        } catch (ConnectorException e) {
            looked = new Looked(Optional.empty(), List.of(), e.getMessage() + " " + e.hint());
        }
        boolean hasCompared = look.equals("drift") && looked.trouble().isEmpty();
        return page(target, looked, hasCompared, request);
    }

    /** What came of asking the CMS. */
    private record Looked(
            Optional<Check> check, List<TargetPages.DriftLine> drifts, String trouble) {}

    private List<TargetPages.DriftLine> drifts(Target target, HttpServletRequest request)
            throws IOException {
        return sync.drift(target.name()).stream()
                .filter(drift -> SyncLookup.isFor(request, drift.key().pack()))
                .map(
                        drift ->
                                new TargetPages.DriftLine(
                                        drift.key().article().value(),
                                        drift.key().language().tag(),
                                        Words.drift(drift),
                                        drift.editAddress().map(Object::toString).orElse("")))
                .toList();
    }

    private Response page(
            Target target, Looked looked, boolean hasCompared, HttpServletRequest request)
            throws IOException {
        TargetPages.View view =
                new TargetPages.View(
                        target.name().value(),
                        target.kind(),
                        target.url().toString(),
                        Words.policy(target),
                        target.packs().stream()
                                .filter(pack -> SyncLookup.isFor(request, pack))
                                .map(PackId::value)
                                .toList(),
                        looked.check().isPresent(),
                        looked.check().map(TargetPagesResource::points).orElse(List.of()),
                        looked.check().map(Check::isReady).orElse(false),
                        looked.trouble(),
                        lookup.plans(target, request).stream()
                                .map(TargetPagesResource::line)
                                .toList(),
                        lookup.runs(target, request).stream()
                                .map(TargetPagesResource::line)
                                .toList(),
                        looked.drifts(),
                        hasCompared,
                        Words.mayWrite(request));
        return pages.page(200, TargetPages.html(pages.frame(request), view));
    }

    private static List<TargetPages.Point> points(Check check) {
        return check.points().stream()
                .map(
                        point ->
                                new TargetPages.Point(
                                        point.state().name().toLowerCase(Locale.ROOT),
                                        switch (point.state()) {
                                            case FINE -> "Fine:";
                                            case WARNING -> "Note:";
                                            case MISSING -> "Missing:";
                                        },
                                        point.message(),
                                        point.hint()))
                .toList();
    }

    private static TargetPages.PlanLine line(Plan plan) {
        return new TargetPages.PlanLine(
                plan.id().toString(),
                plan.pack().value(),
                plan.to().text(),
                Words.time(plan.created()),
                plan.run()
                        .map(run -> "Applied by run " + run + ".")
                        .orElseGet(
                                () ->
                                        plan.undecided() > 0
                                                ? Words.count(plan.undecided(), "place")
                                                        + " to decide."
                                                : "Ready to be applied."));
    }

    private static TargetPages.RunLine line(Run run) {
        return new TargetPages.RunLine(
                run.id().toString(),
                run.undoes().map(undone -> "undo of run " + undone + " ").orElse("")
                        + Words.state(run.state()),
                Words.time(run.started()),
                run.caller());
    }

    @POST
    @Path("{target}/plans")
    @Needs(Scope.SYNC)
    public Response plan(@PathParam("target") String name, @Context HttpServletRequest request)
            throws IOException {
        Target target = lookup.target(name, request);
        Form form = Form.of(request);
        PackId pack =
                form.field("pack")
                        .flatMap(PackId::parse)
                        .orElseThrow(() -> ProblemException.malformed("Choose a pack."));
        Selector to =
                form.field("to")
                        .map(String::strip)
                        .flatMap(Selector::parse)
                        .orElseThrow(
                                () ->
                                        ProblemException.malformed(
                                                "The version must be \"latest\", or a version such"
                                                        + " as 1.1.0."));
        Callers.require(Scope.SYNC, pack, request);
        Plan plan = TargetsResource.planned(sync, target, pack, to, request);
        return pages.seeOther("/plans/" + plan.id());
    }

    @POST
    @Path("{target}/prepare")
    @Needs(Scope.SYNC)
    public Response prepare(@PathParam("target") String name, @Context HttpServletRequest request)
            throws IOException {
        Target target = lookup.target(name, request);
        Check check = sync.prepare(target.name());
        return page(target, new Looked(Optional.of(check), List.of(), ""), false, request);
    }
}
