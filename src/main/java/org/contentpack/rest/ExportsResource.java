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
import java.time.Duration;
import org.contentpack.export.Exporter;
import org.contentpack.export.Exporters;
import org.contentpack.export.ReleaseView;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FilePath;
import org.contentpack.registry.Blob;
import org.contentpack.registry.Registry;
import org.contentpack.registry.StoreException;
import org.contentpack.render.AssetMediaType;

/**
 * Releases as import files of CMSes. An export says what became of a release since, so its bytes
 * change where the archive's never do.
 */
@ApplicationScoped
@Path("/api/packs/{pack}/versions/{selector}/exports/{cms}")
public class ExportsResource {

    /** Making one takes a processor, and a long one room on the disk. */
    private static final AtOnce AT_ONCE = new AtOnce(2, Duration.ofSeconds(5));

    @Inject Registry registry;

    @Inject ReleaseLookup lookup;

    @Inject Responses responses;

    @Inject Links links;

    @Inject ReleaseAccess access;

    @Inject Exporters exporters;

    @GET
    public Response get(
            @PathParam("pack") String pack,
            @PathParam("selector") String selector,
            @PathParam("cms") String cms,
            @Context HttpServletRequest request)
            throws IOException {
        ReleaseLookup.Found found = lookup.at(pack, selector, request);
        Exporter exporter = exporter(cms);
        access.checkWhole(found.history(), found.version(), request);
        ReleaseView view = new RegisteredRelease(found, registry, links.in(found.release()));
        MeasuredBytes made = AT_ONCE.run(() -> MeasuredBytes.of(out -> exporter.write(view, out)));
        return Response.fromResponse(answer(made, exporter, request))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\""
                                + exporter.fileName(found.registration().id())
                                + "\"")
                .build();
    }

    /** What is not sent is thrown away at once. */
    private Response answer(MeasuredBytes made, Exporter exporter, HttpServletRequest request)
            throws IOException {
        boolean isSent = false;
        try {
            Response answer =
                    responses.stream(
                            made.stored(), exporter.mediaType(), CacheLifetime.RELEASE, request);
            isSent = answer.hasEntity() && !request.getMethod().equals("HEAD");
            return answer;
        } finally {
            if (!isSent) {
                made.close();
            }
        }
    }

    /** A picture under the name that the export gave it. */
    @GET
    @Path("{path: .+}")
    public Response asset(
            @PathParam("pack") String pack,
            @PathParam("selector") String selector,
            @PathParam("cms") String cms,
            @PathParam("path") String path,
            @Context HttpServletRequest request)
            throws IOException {
        ReleaseLookup.Found found = lookup.at(pack, selector, request);
        Exporter exporter = exporter(cms);
        FileEntry file =
                FilePath.parse(path)
                        .flatMap(named -> exporter.asset(found.release(), named))
                        .flatMap(found.release().files()::find)
                        .orElseThrow(
                                () ->
                                        ProblemException.notFound(
                                                "The export \""
                                                        + cms
                                                        + "\" of release "
                                                        + found.registration().id()
                                                        + " names no asset \""
                                                        + path
                                                        + "\"."));
        return responses.blob(
                blob(file.digest()),
                AssetMediaType.of(file.path()),
                CacheLifetime.RELEASE,
                request);
    }

    private Blob blob(Digest digest) throws IOException {
        return registry.blob(digest)
                .orElseThrow(() -> new StoreException("the store has lost " + digest));
    }

    private Exporter exporter(String cms) {
        return exporters
                .find(cms)
                .orElseThrow(
                        () ->
                                ProblemException.notFound(
                                        "There is no export for \""
                                                + cms
                                                + "\"; there are: "
                                                + String.join(", ", exporters.ids())
                                                + "."));
    }
}
