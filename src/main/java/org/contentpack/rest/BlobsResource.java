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
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Release;
import org.contentpack.pack.ReleaseId;
import org.contentpack.purge.SurrogateKey;
import org.contentpack.registry.Blob;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;

/** Bytes by the digest that names them: files of releases, and canonical archives. */
@ApplicationScoped
@Path("/api/blobs/sha256")
public class BlobsResource {

    /** Most packs that an answer names; where more have the bytes, every event counts. */
    private static final int MOST_KEYS = 20;

    @Inject Registry registry;

    @Inject Responses responses;

    @Inject ReleaseAccess access;

    @Inject SurrogateField surrogateField;

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
            access.checkWhole(registry.history(id.pack()), id.version(), request);
            return keyed(
                    Archives.answer(
                            archive.get(), registry, responses, CacheLifetime.BLOB, request),
                    List.of(id.pack()));
        }
        Blob blob =
                registry.blob(digest)
                        .orElseThrow(
                                () ->
                                        ProblemException.notFound(
                                                "Nothing that is registered has this digest."));
        List<ReleaseId> holders = registry.holders(digest);
        checkHolders(digest, holders, request);
        return keyed(
                responses.blob(blob, "application/octet-stream", CacheLifetime.BLOB, request),
                holders.stream().map(ReleaseId::pack).distinct().toList());
    }

    /**
     * Lets a cache forget the bytes where a pack withdraws something. Packs that get the same bytes
     * later are not named, and need not be: until a pack that is named hides them, they are shown.
     */
    private Response keyed(Response answer, List<PackId> packs) {
        List<SurrogateKey> keys =
                packs.size() > MOST_KEYS
                        ? List.of(SurrogateKey.PACKS)
                        : packs.stream().map(SurrogateKey::blobs).toList();
        return Response.fromResponse(answer)
                .header(surrogateField.name(), surrogateField.value(keys))
                .build();
    }

    /** A file is shown as long as one release shows it. */
    private void checkHolders(Digest digest, List<ReleaseId> holders, HttpServletRequest request)
            throws IOException {
        Optional<ProblemException> hidden = Optional.empty();
        for (ReleaseId holder : holders) {
            PackHistory history = registry.history(holder.pack());
            if (history.withdrawals().isEmpty()) {
                return;
            }
            Optional<ProblemException> here = hidden(history, holder, digest, request);
            if (here.isEmpty()) {
                return;
            }
            hidden = here;
        }
        if (hidden.isPresent()) {
            throw hidden.get();
        }
    }

    private Optional<ProblemException> hidden(
            PackHistory history, ReleaseId holder, Digest digest, HttpServletRequest request)
            throws IOException {
        try {
            access.check(history, holder.version(), request);
            Release release = registry.release(history.release(holder.version()).orElseThrow());
            for (ArticleHead article : release.articles()) {
                if (article.digest().equals(digest)) {
                    access.check(history, holder.version(), article.id(), request);
                }
            }
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e);
        }
    }
}
