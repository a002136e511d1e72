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

/** The articles and sections of one release. */
@ApplicationScoped
@Path("/api/packs/{pack}/versions/{selector}/articles")
public class ArticlesResource {

    @Inject ReleaseLookup lookup;

    @Inject ArticleRepresentations representations;

    @Inject Responses responses;

    @Inject Links links;

    @GET
    public Response list(
            @PathParam("pack") String pack,
            @PathParam("selector") String selector,
            @Context HttpServletRequest request)
            throws IOException {
        RequestTarget target = Targets.of(request);
        ReleaseLookup.Found found = lookup.at(pack, selector, request);
        Page page = Page.of(Query.of(target));
        return responses.json(
                page.cut(
                        found.release().articles(),
                        a -> a.id() + "/" + a.language(),
                        a -> ArticleSummary.of(a, found, links),
                        links.articles(found.release().id())),
                CacheLifetime.RELEASE,
                lookup.versionLinks(found, "/articles"),
                request);
    }

    @GET
    @Path("{article}")
    public Response article(
            @PathParam("pack") String pack,
            @PathParam("selector") String selector,
            @PathParam("article") String article,
            @Context HttpServletRequest request)
            throws IOException {
        ReleaseLookup.Found found = lookup.at(pack, selector, request);
        return Response.fromResponse(
                        responses.of(
                                representations.article(
                                        found, article, CacheLifetime.RELEASE, request),
                                request))
                .header("Memento-Datetime", HttpDate.of(found.registration().datetime()))
                .build();
    }

    @GET
    @Path("{article}/sections/{section}")
    public Response section(
            @PathParam("pack") String pack,
            @PathParam("selector") String selector,
            @PathParam("article") String article,
            @PathParam("section") String section,
            @Context HttpServletRequest request)
            throws IOException {
        ReleaseLookup.Found found = lookup.at(pack, selector, request);
        return responses.of(representations.section(found, article, section, request), request);
    }
}
