package org.contentpack.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.Digest;
import org.contentpack.registry.Blob;

/**
 * Answers made of representations: the bytes, or {@code 304} where the client has them, with the
 * same headers either way.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.4.5">RFC 9110, section 15.4.5</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9530">RFC 9530, Repr-Digest</a>
 */
@Dependent
public class Responses {

    /** What every answer here is chosen by. */
    static final String VARY = "Accept, Accept-Language, Accept-Encoding";

    /**
     * Pages load their own stylesheet and pictures and nothing else. {@code Accept-CH} and scripts
     * have no place on them.
     */
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    @Inject JsonWriter json;

    /** Ready bytes. */
    Response of(Representation representation, HttpServletRequest request) {
        Digest digest = representation.digest();
        String tag = EntityTags.of(digest);
        boolean hit = EntityTags.isNoneMatchHit(Preferences.joined(request, "If-None-Match"), tag);
        ResponseBuilder answer = hit ? Response.notModified() : Response.ok(representation.bytes());
        if (!hit) {
            answer.header("Content-Type", representation.mediaType())
                    .header("Content-Length", representation.bytes().length);
        }
        answer.header("ETag", tag)
                .header("Repr-Digest", reprDigest(digest))
                .header("Cache-Control", representation.lifetime().header())
                .header("Vary", VARY);
        representation
                .language()
                .ifPresent(language -> answer.header("Content-Language", language.tag()));
        representation
                .contentLocation()
                .ifPresent(location -> answer.header("Content-Location", location));
        if (!representation.links().isEmpty()) {
            answer.header("Link", String.join(", ", representation.links()));
        }
        if (representation.mediaType().equals(Representation.HTML)) {
            answer.header("Content-Security-Policy", PAGE_POLICY)
                    .header("Referrer-Policy", "no-referrer");
        }
        return answer.build();
    }

    /** A value as JSON. */
    Response json(
            Object value, CacheLifetime lifetime, List<String> links, HttpServletRequest request) {
        return of(
                new Representation(
                        json.bytes(value),
                        Representation.JSON,
                        Optional.empty(),
                        lifetime,
                        links,
                        Optional.empty()),
                request);
    }

    /**
     * Bytes of any length by digest.
     *
     * @param mediaType as the bytes are to be taken, never to be guessed
     */
    Response stream(
            StoredBytes bytes,
            String mediaType,
            CacheLifetime lifetime,
            HttpServletRequest request) {
        String tag = EntityTags.of(bytes.digest());
        boolean hit = EntityTags.isNoneMatchHit(Preferences.joined(request, "If-None-Match"), tag);
        ResponseBuilder answer =
                hit
                        ? Response.notModified()
                        : Response.ok(bytes.output())
                                .header("Content-Type", mediaType)
                                .header("Content-Length", bytes.sizeBytes());
        return answer.header("ETag", tag)
                .header("Repr-Digest", reprDigest(bytes.digest()))
                .header("Cache-Control", lifetime.header())
                .header("Accept-Ranges", "none")
                .header(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; style-src 'unsafe-inline'")
                .build();
    }

    /**
     * Stored bytes, which are checked before the answer begins: a damaged blob is a problem, never
     * a cut answer.
     */
    Response blob(Blob blob, String mediaType, CacheLifetime lifetime, HttpServletRequest request)
            throws IOException {
        InputStream in = blob.open();
        return stream(
                new StoredBytes(
                        blob.digest(),
                        blob.sizeBytes(),
                        out -> {
                            try (in) {
                                in.transferTo(out);
                            }
                        }),
                mediaType,
                lifetime,
                request);
    }

    /** Bytes that are written when they are sent. */
    record StoredBytes(Digest digest, long sizeBytes, StreamingOutput output) {}

    private static String reprDigest(Digest digest) {
        return "sha-256=:"
                + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest.hex()))
                + ":";
    }
}
