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

/**
 * Articles at whatever release is the latest, without a redirect, against {@link ArticlesResource},
 * whose addresses name the release.
 */
@ApplicationScoped
@Path("/api/packs/{pack}/articles")
public class LatestArticlesResource {

    @Inject ReleaseLookup lookup;

    @Inject ArticleRepresentations representations;

    @Inject Responses responses;

    @GET
    @Path("{article}")
    public Response article(
            @PathParam("pack") String pack,
            @PathParam("article") String article,
            @Context HttpServletRequest request)
            throws IOException {
        ReleaseLookup.Found found = lookup.latest(pack);
        return responses.of(
                representations.article(found, article, CacheLifetime.MOVING, request), request);
    }
}
