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
import java.util.List;
import java.util.Optional;
import org.contentpack.registry.Registry;

/** The signatures of a release, for everybody to check without this server. */
@ApplicationScoped
@Path("/api/packs/{pack}/versions")
public class SignaturesResource {

    @Inject Registry registry;

    @Inject ReleaseLookup lookup;

    @Inject Responses responses;

    @GET
    @Path("{selector}/signatures")
    public Response list(
            @PathParam("pack") String pack,
            @PathParam("selector") String selector,
            @Context HttpServletRequest request)
            throws IOException {
        ReleaseLookup.Found found = lookup.at(pack, selector, request);
        return responses.json(
                new ListAnswer<>(
                        registry.signatures(found.registration()).stream()
                                .map(SignatureAnswer::of)
                                .toList(),
                        Optional.empty()),
                // One may come at any time, and is no event of the pack.
                CacheLifetime.LIVE,
                List.of(),
                request);
    }
}
