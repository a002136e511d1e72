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
import org.contentpack.render.ReleaseFeed;

/** The feeds of a pack's releases at addresses that name their format. */
@ApplicationScoped
@Path("/api/packs/{pack}/versions.{format}")
public class FeedsResource {

    @Inject ReleaseLookup lookup;

    @Inject Feeds feeds;

    @GET
    public Response get(
            @PathParam("pack") String pack,
            @PathParam("format") String format,
            @Context HttpServletRequest request)
            throws IOException {
        String mediaType =
                switch (format) {
                    case ReleaseFeed.ATOM_ENDING -> ReleaseFeed.ATOM;
                    case ReleaseFeed.JSON_FEED_ENDING -> ReleaseFeed.JSON_FEED;
                    default ->
                            throw ProblemException.notFound(
                                    "Releases are listed as versions, versions."
                                            + ReleaseFeed.ATOM_ENDING
                                            + " and versions."
                                            + ReleaseFeed.JSON_FEED_ENDING
                                            + ".");
                };
        return feeds.answer(lookup.history(pack), mediaType, request);
    }
}
