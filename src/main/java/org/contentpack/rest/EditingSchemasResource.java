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
import org.contentpack.rest.SchemasResource.SchemaAnswer;

/**
 * The shapes of the files that authors write, for their editors: the same schemas as in {@code
 * docs/schemas}, against {@link SchemasResource}, which has those of answers. As documentation they
 * are no part of the API.
 */
@ApplicationScoped
@Path("/schemas")
public class EditingSchemasResource {

    /** A test holds this list against the files. */
    static final CarriedSchemas SCHEMAS =
            new CarriedSchemas("editing", List.of("article", "contentpack", "pack"));

    @Inject Responses responses;

    @Inject Links links;

    @GET
    public Response list(@Context HttpServletRequest request) {
        return responses.json(
                new ListAnswer<>(
                        SCHEMAS.names().stream()
                                .map(name -> new SchemaAnswer(name, links.editingSchema(name)))
                                .toList(),
                        Optional.empty()),
                CacheLifetime.MOVING,
                List.of(),
                request);
    }

    @GET
    @Path("{name}.json")
    public Response get(@PathParam("name") String name, @Context HttpServletRequest request)
            throws IOException {
        return responses.of(SCHEMAS.get(name), request);
    }
}
