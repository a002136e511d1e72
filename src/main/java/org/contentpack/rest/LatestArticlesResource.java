package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.ArticleId;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.Registration;
import org.contentpack.rest.ArticleFormat.Named;

/**
 * Articles at whatever release is the latest, without a redirect, or was at a time that the client
 * names, against {@link ArticlesResource}, whose addresses name the release.
 */
@ApplicationScoped
@Path("/api/packs/{pack}/articles")
public class LatestArticlesResource {

    private static final String ACCEPT_DATETIME = "Accept-Datetime";

    @Inject ReleaseLookup lookup;

    @Inject ArticleRepresentations representations;

    @Inject Mementos mementos;

    @Inject Responses responses;

    @Inject Links links;

    @GET
    @Path("{article}")
    public Response article(
            @PathParam("pack") String pack,
            @PathParam("article") String article,
            @Context HttpServletRequest request)
            throws IOException {
        PackHistory history = lookup.history(pack);
        Optional<Instant> moment = moment(request);
        Optional<ArticleId> id = ArticleId.parse(Named.parse(article).id());
        if (moment.isPresent() && id.isPresent()) {
            Optional<Registration> then = mementos.at(history, id.get(), moment.get());
            if (then.isPresent()) {
                return negotiated(then.get(), id.get(), article, request);
            }
        }
        ReleaseLookup.Found found = lookup.latest(history);
        try {
            return varying(
                    responses.of(
                            representations.article(found, article, CacheLifetime.MOVING, request),
                            request));
        } catch (RedirectException e) {
            // An article that was renamed since has no redirect for whoever asks for a time before.
            throw e.varying(ACCEPT_DATETIME);
        }
    }

    private static Optional<Instant> moment(HttpServletRequest request) {
        return Optional.ofNullable(Preferences.joined(request, ACCEPT_DATETIME))
                .map(
                        text ->
                                HttpDate.parse(text)
                                        .orElseThrow(
                                                () ->
                                                        ProblemException.malformed(
                                                                ACCEPT_DATETIME
                                                                        + " must be a date like"
                                                                        + " \"Tue, 24 Nov 2026"
                                                                        + " 00:00:00 GMT\".")));
    }

    private Response negotiated(
            Registration then, ArticleId id, String segment, HttpServletRequest request) {
        String query = Targets.of(request).query().map(q -> "?" + q).orElse("");
        return varying(
                Response.status(Response.Status.FOUND)
                        .header(
                                "Location",
                                links.articles(then.id())
                                        + "/"
                                        + RequestTarget.encode(segment)
                                        + query)
                        .header("Cache-Control", CacheLifetime.MOVING.header())
                        .header("Link", String.join(", ", mementos.relations(then.id().pack(), id)))
                        .build());
    }

    /** A cache must not give one time's answer to a client that asks for another. */
    private static Response varying(Response answer) {
        return Response.fromResponse(answer)
                .header("Vary", null)
                .header("Vary", Responses.VARY + ", " + ACCEPT_DATETIME)
                .build();
    }

    /** All times of an article. */
    @GET
    @Path("{article}/timemap")
    public Response timeMap(
            @PathParam("pack") String pack,
            @PathParam("article") String article,
            @Context HttpServletRequest request)
            throws IOException {
        PackHistory history = lookup.history(pack);
        Optional<ArticleId> id = ArticleId.parse(article);
        List<Registration> all = id.isPresent() ? mementos.all(history, id.get()) : List.of();
        if (all.isEmpty()) {
            throw ProblemException.notFound(
                    "No release of \"" + pack + "\" has had an article \"" + article + "\".");
        }
        TimeMapAnswer answer = TimeMapAnswer.of(history.pack(), id.orElseThrow(), all, links);
        String format =
                Formats.choose(
                        Optional.empty(),
                        request,
                        List.of(
                                new Problem.Variant(TimeMapAnswer.LINK_FORMAT, answer.timeMap()),
                                new Problem.Variant(Formats.JSON, answer.timeMap())));
        if (format.equals(Formats.JSON)) {
            return responses.json(answer, CacheLifetime.MOVING, List.of(), request);
        }
        return responses.of(
                new Representation(
                        answer.linkFormat().getBytes(StandardCharsets.UTF_8),
                        TimeMapAnswer.LINK_FORMAT,
                        Optional.empty(),
                        CacheLifetime.MOVING,
                        List.of(),
                        Optional.empty()),
                request);
    }
}
