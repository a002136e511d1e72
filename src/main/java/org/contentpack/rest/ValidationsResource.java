package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.contentpack.access.Scope;
import org.contentpack.finding.Report;
import org.contentpack.registry.Registry;

/** Says what {@link PublishResource} would find, and stores nothing. */
@ApplicationScoped
@Path("/api/validations")
public class ValidationsResource {

    @Inject Registry registry;

    @Inject Submissions submissions;

    @Inject JsonWriter json;

    @POST
    @Needs(Scope.PUBLISH)
    public Response validate(@Context HttpServletRequest request) throws IOException {
        Report report = submissions.receive(request, registry::validate, found -> found);
        return Response.ok(json.bytes(ValidationAnswer.of(report)))
                .header("Content-Type", Representation.JSON)
                .header("Cache-Control", CacheLifetime.NONE.header())
                .build();
    }
}
