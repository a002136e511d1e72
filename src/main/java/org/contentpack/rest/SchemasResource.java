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

/** The shapes of all answers as JSON Schemas, the same files as in {@code docs/api}. */
@ApplicationScoped
@Path("/api/schemas")
public class SchemasResource {

    /** Every schema by name. A test holds this list against the files. */
    static final List<String> NAMES =
            List.of(
                    "article",
                    "articles",
                    "attempts",
                    "audit",
                    "changes",
                    "channel",
                    "channels",
                    "check",
                    "common",
                    "compare",
                    "drift",
                    "event",
                    "finding",
                    "installation",
                    "installations",
                    "merges",
                    "notice",
                    "pack",
                    "packs",
                    "plan",
                    "plans",
                    "problem",
                    "progress",
                    "published",
                    "release",
                    "run",
                    "runs",
                    "search",
                    "section",
                    "signatures",
                    "statement",
                    "statements",
                    "status",
                    "step",
                    "target",
                    "targets",
                    "timemap",
                    "unlinked",
                    "validation",
                    "version",
                    "versions",
                    "webhook",
                    "webhooks",
                    "withdrawal");

    private static final CarriedSchemas SCHEMAS = new CarriedSchemas("schemas", NAMES);

    @Inject Responses responses;

    @Inject Links links;

    /** The wire shape of a schema in the list. */
    record SchemaAnswer(String name, String url) {}

    @GET
    public Response list(@Context HttpServletRequest request) {
        return responses.json(
                new ListAnswer<>(
                        NAMES.stream().map(n -> new SchemaAnswer(n, links.schema(n))).toList(),
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
