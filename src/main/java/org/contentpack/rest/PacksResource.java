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
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.PackId;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.Registry;
import org.contentpack.registry.ReleaseSummary;

/** The packs, each across its releases. */
@ApplicationScoped
@Path("/api/packs")
public class PacksResource {

    @Inject Registry registry;

    @Inject ReleaseLookup lookup;

    @Inject Responses responses;

    @Inject Links links;

    @GET
    public Response list(@Context HttpServletRequest request) throws IOException {
        Page page = Page.of(Query.of(Targets.of(request)));
        return responses.json(
                page.cut(registry.packs(), PackId::value, this::answer, links.packs()),
                CacheLifetime.MOVING,
                List.of(),
                request);
    }

    @GET
    @Path("{pack}")
    public Response get(@PathParam("pack") String pack, @Context HttpServletRequest request)
            throws IOException {
        PackHistory history = lookup.history(pack);
        return responses.json(
                answer(history.pack()),
                CacheLifetime.MOVING,
                List.of(ReleaseLookup.link(links.versions(history.pack()), "version-history")),
                request);
    }

    private PackAnswer answer(PackId id) {
        try {
            PackHistory history = registry.history(id);
            Optional<ReleaseSummary> shown = Optional.empty();
            if (history.shown().isPresent()) {
                shown = Optional.of(registry.summary(history.shown().get()));
            }
            return new PackAnswer(
                    id,
                    shown.map(ReleaseSummary::title),
                    shown.map(ReleaseSummary::summary),
                    shown.map(ReleaseSummary::language),
                    shown.map(ReleaseSummary::languages).orElse(List.of()),
                    history.latest().map(lookup::reference),
                    history.registrations().size(),
                    links.pack(id),
                    links.versions(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
