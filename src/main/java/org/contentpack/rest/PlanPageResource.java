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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contentpack.access.Scope;
import org.contentpack.compare.Choice;
import org.contentpack.compare.Outcome;
import org.contentpack.pack.Digest;
import org.contentpack.render.PlanPage;
import org.contentpack.sync.Decision;
import org.contentpack.sync.Plan;
import org.contentpack.sync.Sync.Wanted;

/** The page on which an editor decides of a plan and applies it. */
@ApplicationScoped
@ByCookie
@Path("/plans/{plan}")
public class PlanPageResource {

    @Inject SyncLookup lookup;

    @Inject PlanChanges changes;

    @Inject PageAnswers pages;

    @Inject Links links;

    @GET
    @Needs({Scope.SYNC, Scope.AUDIT})
    public Response page(@PathParam("plan") String id, @Context HttpServletRequest request)
            throws IOException {
        Plan plan = lookup.plan(id, request);
        String saved =
                Query.of(Targets.of(request)).one("saved").isPresent()
                        ? "Your decisions are kept."
                        : "";
        return pages.page(
                200,
                PlanPage.html(
                        pages.frame(request),
                        PlanViews.of(plan, saved, links.absolute(""), request)));
    }

    /** Keeps what was chosen and, where that was asked for, applies the plan. */
    @POST
    @Path("decisions")
    @Needs(Scope.SYNC)
    public Response decide(@PathParam("plan") String id, @Context HttpServletRequest request)
            throws IOException {
        Plan plan = lookup.plan(id, request);
        Form form = Form.of(request);
        Digest expected =
                form.field("digest")
                        .flatMap(Digest::parse)
                        .orElseThrow(() -> ProblemException.malformed("The form names no plan."));
        List<Wanted> wanted = wanted(plan, form);
        Plan decided = wanted.isEmpty() ? plan : changes.decide(plan, expected, wanted, request);
        if (form.field("then").filter("apply"::equals).isEmpty()) {
            return pages.seeOther("/plans/" + plan.id() + "?saved=yes#decide");
        }
        Digest agreed = wanted.isEmpty() ? expected : decided.digest();
        return pages.seeOther("/runs/" + changes.apply(decided, agreed, request).run().id());
    }

    /** What the form chooses and is not decided in the same way already. */
    private static List<Wanted> wanted(Plan plan, Form form) {
        List<Wanted> wanted = new ArrayList<>();
        List<PlanViews.Open> open = PlanViews.open(plan);
        for (int i = 0; i < open.size(); i++) {
            Optional<Choice> choice = choice(open.get(i), i, form);
            Optional<Decision> before = open.get(i).item().decision(open.get(i).step().place());
            Optional<String> ownReason = form.field("reason" + i);
            if (choice.isPresent()
                    && (ownReason.isPresent() || !before.map(Decision::choice).equals(choice))) {
                wanted.add(
                        new Wanted(
                                open.get(i).item().key(),
                                open.get(i).step().place(),
                                choice.get(),
                                words(form.field("person"), "who decides"),
                                words(ownReason.or(() -> form.field("reason")), "why")));
            }
        }
        return wanted;
    }

    private static Optional<Choice> choice(PlanViews.Open open, int number, Form form) {
        return switch (form.field("choice" + number).orElse("")) {
            case PlanViews.KEEP -> Optional.of(new Choice.KeepLocal());
            case PlanViews.TAKE -> Optional.of(new Choice.TakeRelease());
            case PlanViews.PROPOSAL ->
                    open.step().outcome() instanceof Outcome.Proposed proposed
                            ? Optional.of(new Choice.Write(proposed.text()))
                            : Optional.empty();
            case PlanViews.OWN ->
                    form.field("text" + number)
                            .filter(text -> PlanViews.isWritable(open.step().place()))
                            .map(text -> new Choice.Write(text.strip()));
            default -> Optional.empty();
        };
    }

    private static String words(Optional<String> field, String what) {
        return field.map(text -> text.replaceAll("\\s+", " ").strip())
                .filter(text -> text.length() <= Decision.MAX_LENGTH)
                .orElseThrow(
                        () ->
                                ProblemException.malformed(
                                        "Say " + what + ", in at most 1000 characters."));
    }
}
