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
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Release;
import org.contentpack.pack.ReleaseId;
import org.contentpack.registry.Blob;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;

/** Bytes by the digest that names them: files of releases, and canonical archives. */
@ApplicationScoped
@Path("/api/blobs/sha256")
public class BlobsResource {

    @Inject Registry registry;

    @Inject Responses responses;

    @Inject ReleaseAccess access;

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
            ReleaseId id = archive.get().id();
            access.checkWhole(registry.history(id.pack()), id.version());
            return Archives.answer(archive.get(), registry, responses, CacheLifetime.BLOB, request);
        }
        Blob blob =
                registry.blob(digest)
                        .orElseThrow(
                                () ->
                                        ProblemException.notFound(
                                                "Nothing that is registered has this digest."));
        checkHolders(digest);
        return responses.blob(blob, "application/octet-stream", CacheLifetime.BLOB, request);
    }

    /** A file is shown as long as one release shows it. */
    private void checkHolders(Digest digest) throws IOException {
        Optional<ProblemException> hidden = Optional.empty();
        for (ReleaseId holder : registry.holders(digest)) {
            PackHistory history = registry.history(holder.pack());
            if (history.withdrawals().isEmpty()) {
                return;
            }
            Optional<ProblemException> here = hidden(history, holder, digest);
            if (here.isEmpty()) {
                return;
            }
            hidden = here;
        }
        if (hidden.isPresent()) {
            throw hidden.get();
        }
    }

    private Optional<ProblemException> hidden(PackHistory history, ReleaseId holder, Digest digest)
            throws IOException {
        try {
            access.check(history, holder.version());
            Release release = registry.release(history.release(holder.version()).orElseThrow());
            for (ArticleHead article : release.articles()) {
                if (article.digest().equals(digest)) {
                    access.check(history, holder.version(), article.id());
                }
            }
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e);
        }
    }
}
