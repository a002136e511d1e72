package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.contentpack.access.Scope;
import org.contentpack.sync.FleetEntry;

/** Which site shows which release, and what is due there. */
@ApplicationScoped
@Path("/api")
public class InstallationsResource {

    @Inject Fleets fleets;

    @Inject SyncAnswers answers;

    @Inject Links links;

    @Inject InstantSource clock;

    /** As JSON in pages, or all as a table. */
    @GET
    @Path("installations")
    @Needs({Scope.SYNC, Scope.AUDIT})
    public Response list(@Context HttpServletRequest request) throws IOException {
        String chosen =
                Formats.choose(
                        Optional.empty(),
                        request,
                        List.of(
                                new Problem.Variant(Formats.JSON, links.installations()),
                                new Problem.Variant(
                                        InstallationsCsv.TYPE, links.installations() + ".csv")));
        return chosen.equals(InstallationsCsv.TYPE) ? table(request) : page(request);
    }

    private Response page(HttpServletRequest request) throws IOException {
        Query query = Query.of(Targets.of(request));
        FleetFilter filter = FleetFilter.of(query);
        Instant now = clock.instant();
        ListAnswer<InstallationAnswer.Now> page =
                Page.of(query)
                        .cut(
                                fleets.entries(filter, request),
                                e -> e.installation().target() + " " + e.installation().key(),
                                e -> InstallationAnswer.Now.of(e, now),
                                links.installations());
        return answers.json(
                200,
                new ListAnswer<>(
                        page.items(), page.next().map(next -> next + filter.parameters())));
    }

    /** All of them, as spreadsheets open it. */
    @GET
    @Path("installations.csv")
    @Needs({Scope.SYNC, Scope.AUDIT})
    public Response table(@Context HttpServletRequest request) throws IOException {
        List<FleetEntry> entries =
                fleets.entries(FleetFilter.of(Query.of(Targets.of(request))), request);
        return Response.ok(
                        InstallationsCsv.of(entries, clock.instant())
                                .getBytes(StandardCharsets.UTF_8))
                .header("Content-Type", InstallationsCsv.TYPE + ";charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"installations.csv\"")
                .header("Cache-Control", CacheLifetime.NONE.header())
                .build();
    }
}
