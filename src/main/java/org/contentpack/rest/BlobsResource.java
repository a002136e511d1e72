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
import java.util.Optional;
import org.contentpack.pack.Digest;
import org.contentpack.registry.Blob;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;

/** Bytes by the digest that names them: files of releases, and canonical archives. */
@ApplicationScoped
@Path("/api/blobs/sha256")
public class BlobsResource {

    @Inject Registry registry;

    @Inject Responses responses;

    @GET
    @Path("{hex}")
    public Response get(@PathParam("hex") String hex, @Context HttpServletRequest request)
            throws IOException {
        Digest digest =
                Digest.parse("sha256:" + hex)
                        .orElseThrow(
                                () ->
                                        ProblemException.malformed(
                                                "A digest must have 64 lower-case hex digits."));
        Optional<Registration> archive = registry.withArchive(digest);
        if (archive.isPresent()) {
            return Archives.answer(archive.get(), registry, responses, CacheLifetime.BLOB, request);
        }
        Blob blob =
                registry.blob(digest)
                        .orElseThrow(
                                () ->
                                        ProblemException.notFound(
                                                "Nothing that is registered has this digest."));
        return responses.blob(blob, "application/octet-stream", CacheLifetime.BLOB, request);
    }
}
