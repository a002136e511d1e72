package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.contentpack.access.Scope;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.sync.ItemKey;
import org.contentpack.sync.Plan;
import org.contentpack.sync.Sync;
import org.contentpack.sync.Sync.AdoptResult;
import org.contentpack.sync.Sync.PlanResult;
import org.contentpack.sync.Target;
import org.contentpack.version.Selector;
import org.contentpack.version.Version;

/** The configured CMSes: what is missing there, what would be done, and what was. */
@ApplicationScoped
@Path("/api/targets")
public class TargetsResource {

    /** Longest name that a CMS may have for an item, in characters. */
    private static final int MAX_ITEM = 200;

    @Inject Sync sync;

    @Inject SyncLookup lookup;

    @Inject SyncAnswers answers;

    @Inject Links links;

    /** The wire shape of how many items an article was unlinked from. */
    record UnlinkedAnswer(int unlinked) {}

    @GET
    @Needs({Scope.SYNC, Scope.AUDIT})
    public Response list(@Context HttpServletRequest request) {
        return answers.list(
                lookup.targets(request).stream().map(t -> TargetAnswer.of(t, links)).toList());
    }

    @GET
    @Path("{target}")
    @Needs({Scope.SYNC, Scope.AUDIT})
    public Response get(@PathParam("target") String name, @Context HttpServletRequest request) {
        return answers.json(200, TargetAnswer.of(lookup.target(name, request), links));
    }

    @GET
    @Path("{target}/check")
    @Needs(Scope.SYNC)
    public Response check(@PathParam("target") String name, @Context HttpServletRequest request)
            throws IOException {
        Target target = lookup.target(name, request);
        return answers.json(200, CheckAnswer.of(target.name(), sync.check(target.name())));
    }

    /** Does the one-time set-up as far as the CMS lets it, and says what is left to do. */
    @POST
    @Path("{target}/prepare")
    @Needs(Scope.SYNC)
    public Response prepare(@PathParam("target") String name, @Context HttpServletRequest request)
            throws IOException {
        Target target = lookup.target(name, request);
        return answers.json(200, CheckAnswer.of(target.name(), sync.prepare(target.name())));
    }

    @GET
    @Path("{target}/plans")
    @Needs({Scope.SYNC, Scope.AUDIT})
    public Response plans(@PathParam("target") String name, @Context HttpServletRequest request)
            throws IOException {
        return answers.list(
                lookup.plans(lookup.target(name, request), request).stream()
                        .map(plan -> PlanAnswer.listed(plan, links))
                        .toList());
    }

    /** Reads the CMS and plans; nothing is changed there. */
    @POST
    @Path("{target}/plans")
    @Needs(Scope.SYNC)
    public Response plan(@PathParam("target") String name, @Context HttpServletRequest request)
            throws IOException {
        Target target = lookup.target(name, request);
        JsonBody body = JsonBody.read(request, Set.of("pack", "to"));
        PackId pack = body.required("pack", "the id of a pack", PackId::parse);
        Selector to =
                body.required(
                        "to",
                        "a version (1.1.0), a range (^1.0) or a channel (latest)",
                        Selector::parse);
        Callers.require(Scope.SYNC, pack, request);
        return answers.plan(201, PlanAnswer.of(planned(sync, target, pack, to, request), links));
    }

    /** A new plan, or the problem that says why there is none. */
    static Plan planned(
            Sync sync, Target target, PackId pack, Selector to, HttpServletRequest request)
            throws IOException {
        PlanResult result = sync.plan(target.name(), pack, to, Callers.of(request).name());
        if (result instanceof PlanResult.Planned planned) {
            AuditFilter.about(request, pack, planned.plan().to(), planned.plan().release());
            return planned.plan();
        }
        if (result instanceof PlanResult.NoRelease) {
            throw ProblemException.notFound(
                    "No release of \"" + pack + "\" that can be shown fits what was asked for.");
        }
        throw SyncAnswers.notPossible(
                result instanceof PlanResult.Held
                        ? "The policy of \""
                                + target.name()
                                + "\" is to hold: nothing is planned or applied there."
                        : "\"" + target.name() + "\" does not take the pack \"" + pack + "\".");
    }

    @GET
    @Path("{target}/runs")
    @Needs({Scope.SYNC, Scope.AUDIT})
    public Response runs(@PathParam("target") String name, @Context HttpServletRequest request)
            throws IOException {
        return answers.list(
                lookup.runs(lookup.target(name, request), request).stream()
                        .map(run -> RunAnswer.listed(run, links))
                        .toList());
    }

    /** Reads the CMS: which items are not as the last apply left them. */
    @GET
    @Path("{target}/drift")
    @Needs({Scope.SYNC, Scope.AUDIT})
    public Response drift(@PathParam("target") String name, @Context HttpServletRequest request)
            throws IOException {
        return answers.list(
                sync.drift(lookup.target(name, request).name()).stream()
                        .filter(drift -> SyncLookup.isFor(request, drift.key().pack()))
                        .map(DriftAnswer::of)
                        .toList());
    }

    /** Links an item that was there before us; its text stays as it is. */
    @POST
    @Path("{target}/adoptions")
    @Needs(Scope.SYNC)
    public Response adopt(@PathParam("target") String name, @Context HttpServletRequest request)
            throws IOException {
        Target target = lookup.target(name, request);
        JsonBody body =
                JsonBody.read(request, Set.of("pack", "article", "language", "item", "base"));
        ItemKey key =
                new ItemKey(
                        body.required("pack", "the id of a pack", PackId::parse),
                        body.required("article", "the id of an article", ArticleId::parse),
                        body.required("language", "a language tag such as en", Language::parse));
        Callers.require(Scope.SYNC, key.pack(), request);
        String item = body.required("item", MAX_ITEM);
        Optional<Version> base =
                body.text("base", MAX_ITEM).isPresent()
                        ? Optional.of(
                                body.required("base", "a version such as 1.0.0", Version::parse))
                        : Optional.empty();
        return adopted(target, key, item, sync.adopt(target.name(), key, item, base));
    }

    private Response adopted(Target target, ItemKey key, String item, AdoptResult result) {
        if (result instanceof AdoptResult.Adopted adopted) {
            return answers.json(
                    201,
                    InstallationAnswer.of(adopted.installation()),
                    links.installations() + "?pack=" + key.pack() + "&article=" + key.article());
        }
        if (result instanceof AdoptResult.Linked linked) {
            throw SyncAnswers.notPossible(
                    "\""
                            + linked.key()
                            + "\" and item \""
                            + linked.item()
                            + "\" belong together already.");
        }
        throw ProblemException.notFound(
                result instanceof AdoptResult.NoItem
                        ? "\"" + target.name() + "\" has no item \"" + item + "\"."
                        : "There is no \"" + key + "\" for \"" + target.name() + "\".");
    }

    /** Stops the updates of an article in all languages and leaves its texts. */
    @DELETE
    @Path("{target}/adoptions/{article}")
    @Needs(Scope.SYNC)
    public Response unlink(
            @PathParam("target") String name,
            @PathParam("article") String articleText,
            @Context HttpServletRequest request)
            throws IOException {
        Target target = lookup.target(name, request);
        PackId pack =
                Query.of(Targets.of(request))
                        .one("pack")
                        .flatMap(PackId::parse)
                        .orElseThrow(
                                () ->
                                        ProblemException.malformed(
                                                "\"pack\" must be the id of a pack, as in"
                                                        + " ?pack=leg-cramps-at-night."));
        Callers.require(Scope.SYNC, pack, request);
        Optional<ArticleId> article = ArticleId.parse(articleText);
        int unlinked =
                article.isPresent() && target.packs().contains(pack)
                        ? sync.unlink(target.name(), pack, article.get())
                        : 0;
        if (unlinked == 0) {
            throw ProblemException.notFound(
                    "No article \""
                            + articleText
                            + "\" of \""
                            + pack
                            + "\" is linked at \""
                            + target.name()
                            + "\".");
        }
        return answers.json(200, new UnlinkedAnswer(unlinked));
    }
}
