package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contentpack.access.Scope;
import org.contentpack.compare.Choice;
import org.contentpack.compare.Place;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Language;
import org.contentpack.sync.Decision;
import org.contentpack.sync.ItemKey;
import org.contentpack.sync.Plan;
import org.contentpack.sync.Run;
import org.contentpack.sync.Sync.Wanted;
import org.jspecify.annotations.Nullable;

/** Plans: what they hold, what people decide of them, and applying exactly one of them. */
@ApplicationScoped
@Path("/api/plans/{plan}")
public class PlansResource {

    /** Most decisions in one request. */
    private static final int MAX_DECISIONS = 1_000;

    /** {@code sha256:} and 64 hex digits, in characters. */
    private static final int MAX_DIGEST = 71;

    @Inject SyncLookup lookup;

    @Inject PlanChanges changes;

    @Inject SyncAnswers answers;

    @Inject Links links;

    @GET
    @Needs({Scope.SYNC, Scope.AUDIT})
    public Response get(@PathParam("plan") String id, @Context HttpServletRequest request)
            throws IOException {
        return answers.plan(200, PlanAnswer.of(lookup.plan(id, request), links));
    }

    /** Settles open steps; the request names the digest of the plan that was looked at. */
    @PUT
    @Path("decisions")
    @Needs(Scope.SYNC)
    public Response decide(@PathParam("plan") String id, @Context HttpServletRequest request)
            throws IOException {
        Plan plan = lookup.plan(id, request);
        JsonBody body =
                JsonBody.read(request, Set.of("digest", "decisions"), JsonBody.LARGEST_BYTES);
        Digest expected = expected(plan, body, request);
        List<Wanted> wanted = new ArrayList<>();
        for (JsonBody decision :
                body.objects(
                        "decisions",
                        Set.of(
                                "article",
                                "language",
                                "place",
                                "choice",
                                "text",
                                "person",
                                "reason"),
                        MAX_DECISIONS)) {
            wanted.add(wanted(plan, decision));
        }
        return answers.plan(
                200, PlanAnswer.of(changes.decide(plan, expected, wanted, request), links));
    }

    private static Wanted wanted(Plan plan, JsonBody decision) {
        ItemKey key =
                new ItemKey(
                        plan.pack(),
                        decision.required("article", "the id of an article", ArticleId::parse),
                        decision.required(
                                "language", "a language tag such as en", Language::parse));
        Place place =
                decision.required(
                        "place",
                        "a place such as section:dehydration, field:title or order",
                        Place::parse);
        Optional<String> text = decision.lines("text");
        Choice choice =
                decision.required(
                        "choice",
                        "keep-local, take-release, or write together with a \"text\"",
                        word -> DecisionAnswer.parse(word, text));
        return new Wanted(
                key,
                place,
                choice,
                decision.required("person", Decision.MAX_LENGTH),
                decision.required("reason", Decision.MAX_LENGTH));
    }

    /** Begins to apply exactly the plan whose digest the request names. */
    @POST
    @Path("apply")
    @Needs(Scope.SYNC)
    public Response apply(@PathParam("plan") String id, @Context HttpServletRequest request)
            throws IOException {
        Plan plan = lookup.plan(id, request);
        boolean hasBody = !BodyKind.of(request).isEmpty();
        Digest expected =
                hasBody
                        ? expected(plan, JsonBody.read(request, Set.of("digest")), request)
                        : byTag(plan, request).orElseThrow(PlansResource::noDigest);
        PlanChanges.Begun begun = changes.apply(plan, expected, request);
        Run run = begun.run();
        return answers.json(
                begun.isNew() ? 202 : 200, RunAnswer.of(run, links), links.run(run.id()));
    }

    /** The digest that a request names in {@code If-Match} or in its body. */
    private static Digest expected(Plan plan, JsonBody body, HttpServletRequest request) {
        Optional<Digest> named =
                body.text("digest", MAX_DIGEST).isPresent()
                        ? Optional.of(
                                body.required(
                                        "digest",
                                        "the digest of the plan, \"sha256:\" and 64 hex digits",
                                        Digest::parse))
                        : Optional.empty();
        return byTag(plan, request).or(() -> named).orElseThrow(PlansResource::noDigest);
    }

    /**
     * @throws ProblemException {@code precondition-failed} where the plan has another digest
     */
    private static Optional<Digest> byTag(Plan plan, HttpServletRequest request) {
        @Nullable String ifMatch = Preferences.joined(request, "If-Match");
        if (ifMatch == null) {
            return Optional.empty();
        }
        if (!EntityTags.isMatch(ifMatch, EntityTags.of(plan.digest()))) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.PRECONDITION_FAILED,
                            "The plan has another digest by now; look at it again."),
                    "ETag",
                    EntityTags.of(plan.digest()));
        }
        return Optional.of(plan.digest());
    }

    private static ProblemException noDigest() {
        return new ProblemException(
                Problem.of(
                        ProblemType.PRECONDITION_REQUIRED,
                        "Say which plan you looked at: \"If-Match\" with its ETag, or its"
                                + " \"digest\" in the body."));
    }
}
