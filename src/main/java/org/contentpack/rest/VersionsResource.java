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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contentpack.export.Exporters;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FilePath;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.StoreException;
import org.contentpack.render.AssetMediaType;
import org.contentpack.render.PageContext;
import org.contentpack.render.ReleaseFeed;
import org.contentpack.render.ReleasePage;

/** The releases of a pack: their list, each by itself, its files and its archive. */
@ApplicationScoped
@Path("/api/packs/{pack}/versions")
public class VersionsResource {

    @Inject Registry registry;

    @Inject ReleaseLookup lookup;

    @Inject Responses responses;

    @Inject Links links;

    @Inject ReleaseAccess access;

    @Inject Exporters exporters;

    @Inject Feeds feeds;

    @GET
    public Response list(@PathParam("pack") String pack, @Context HttpServletRequest request)
            throws IOException {
        Page page = Page.of(Query.of(Targets.of(request)));
        PackHistory history = lookup.history(pack);
        String url = links.versions(history.pack());
        String format =
                Formats.choose(
                        Optional.empty(),
                        request,
                        List.of(
                                new Problem.Variant(Formats.JSON, url),
                                new Problem.Variant(
                                        ReleaseFeed.ATOM, url + "." + ReleaseFeed.ATOM_ENDING),
                                new Problem.Variant(
                                        ReleaseFeed.JSON_FEED,
                                        url + "." + ReleaseFeed.JSON_FEED_ENDING)));
        if (!format.equals(Formats.JSON)) {
            return feeds.answer(history, format, request);
        }
        return responses.json(
                page.cut(
                        history.registrations(),
                        r -> r.id().version().text(),
                        r -> answer(history, r),
                        links.versions(history.pack())),
                CacheLifetime.MOVING,
                List.of(),
                request);
    }

    private VersionAnswer answer(PackHistory history, Registration registration) {
        try {
            return lookup.version(history, registration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    @Path("{selector}")
    public Response get(
            @PathParam("pack") String pack,
            @PathParam("selector") String selector,
            @Context HttpServletRequest request)
            throws IOException {
        ReleaseLookup.Found found = lookup.at(pack, selector, request);
        List<String> versionLinks = lookup.versionLinks(found, "");
        String address = links.release(found.registration().id());
        boolean html = Formats.isPage(request, address);
        if (!html) {
            return responses.json(
                    ReleaseAnswer.of(lookup.version(found), found, links, exporters),
                    CacheLifetime.RELEASE,
                    versionLinks,
                    request);
        }
        PageContext context =
                new PageContext(
                        found.release(),
                        links.in(found.release()),
                        found.history().newerThan(found.registration()).map(r -> r.id().version()),
                        formats(found, address));
        return responses.page(
                new ReleasePage(
                                context,
                                found::status,
                                found.notice(),
                                comparison(found),
                                found.served().held())
                        .html(),
                CacheLifetime.RELEASE,
                versionLinks,
                request);
    }

    /** The release as data, and as a file for each CMS that takes one. */
    private List<PageContext.Format> formats(ReleaseLookup.Found found, String address) {
        List<PageContext.Format> formats = new ArrayList<>();
        formats.add(new PageContext.Format("JSON", Formats.JSON, address));
        for (String cms : exporters.ids()) {
            formats.add(
                    new PageContext.Format(
                            "import file (" + cms + ")",
                            exporters.find(cms).orElseThrow().mediaType(),
                            links.export(found.release().id(), cms)));
        }
        return formats;
    }

    /** With the release before, where there is one that can still be read. */
    private Optional<ReleasePage.Comparison> comparison(ReleaseLookup.Found found) {
        return found.history()
                .predecessor(found.registration())
                .map(
                        before ->
                                new ReleasePage.Comparison(
                                        before.id().version(),
                                        links.comparison(
                                                before.id().pack(),
                                                before.id().version(),
                                                found.version())));
    }

    /** What may change of a release, by itself: its bytes never do. */
    @GET
    @Path("{selector}/status")
    public Response status(
            @PathParam("pack") String pack,
            @PathParam("selector") String selector,
            @Context HttpServletRequest request)
            throws IOException {
        ReleaseLookup.Found found = lookup.at(pack, selector, request);
        return responses.json(
                lookup.status(found),
                CacheLifetime.MOVING,
                lookup.versionLinks(found, "/status"),
                request);
    }

    @GET
    @Path("{selector}/archive")
    public Response archive(
            @PathParam("pack") String pack,
            @PathParam("selector") String selector,
            @Context HttpServletRequest request)
            throws IOException {
        ReleaseLookup.Found found = lookup.at(pack, selector, request);
        access.checkWhole(found.history(), found.version(), request);
        return Archives.answer(
                found.registration(), registry, responses, CacheLifetime.RELEASE, request);
    }

    @GET
    @Path("{selector}/assets/{path: .+}")
    public Response asset(
            @PathParam("pack") String pack,
            @PathParam("selector") String selector,
            @PathParam("path") String path,
            @Context HttpServletRequest request)
            throws IOException {
        ReleaseLookup.Found found = lookup.at(pack, selector, request);
        FileEntry file =
                FilePath.parse("assets/" + path)
                        .flatMap(asset -> found.release().files().find(asset))
                        .orElseThrow(
                                () ->
                                        ProblemException.notFound(
                                                "Release "
                                                        + found.registration().id()
                                                        + " has no asset \""
                                                        + path
                                                        + "\"."));
        return responses.blob(
                registry.blob(file.digest())
                        .orElseThrow(() -> new StoreException("the store has lost " + file.path())),
                AssetMediaType.of(file.path()),
                CacheLifetime.RELEASE,
                request);
    }
}
