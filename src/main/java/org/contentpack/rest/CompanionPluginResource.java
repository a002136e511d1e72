package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** The plugin that a WordPress site needs before texts can be written to it, ready to upload. */
@ApplicationScoped
@Path("/api/cms/wordpress/plugin.zip")
public class CompanionPluginResource {

    @Inject CompanionPlugin plugin;

    @Inject Responses responses;

    @GET
    public Response get(@Context HttpServletRequest request) {
        return Response.fromResponse(
                        responses.of(
                                new Representation(
                                        plugin.zip(),
                                        "application/zip",
                                        Optional.empty(),
                                        CacheLifetime.MOVING,
                                        List.of(),
                                        Optional.empty()),
                                request))
                .header("Content-Disposition", "attachment; filename=\"contentpack.zip\"")
                .build();
    }
}
