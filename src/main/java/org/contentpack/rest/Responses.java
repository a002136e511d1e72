package org.contentpack.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.Digest;
import org.contentpack.registry.Blob;
import org.jspecify.annotations.Nullable;

/**
 * Answers made of representations. What a client of them has already becomes {@code 304} in {@link
 * NotModifiedFilter}; what is streamed is not even begun then.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-15.4.5">RFC 9110, section 15.4.5</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9530">RFC 9530, Digest Fields</a>
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

    /** The same for pages whose form asks this server for another page. */
    private static final String FORM_POLICY =
            PAGE_POLICY.replace("form-action 'none'", "form-action 'self'");

    @Inject JsonWriter json;

    /** Ready bytes, in the coding that the client likes best. */
    Response of(Representation representation, HttpServletRequest request) {
        return of(representation, PAGE_POLICY, request);
    }

    private static Response of(
            Representation representation, String pagePolicy, HttpServletRequest request) {
        ContentCoding coding =
                AcceptEncoding.choose(
                        Preferences.of(request).acceptEncoding(),
                        ContentCoding.of(representation.bytes().length));
        byte[] bytes = coding.encode(representation.bytes());
        Digest digest = Digest.of(bytes);
        String tag = EntityTags.of(digest);
        requireMatch(request, tag);
        ResponseBuilder answer =
                Response.ok(bytes)
                        .header("Content-Type", representation.mediaType())
                        .header("Content-Length", bytes.length)
                        .header("Content-Digest", field(digest));
        if (coding != ContentCoding.IDENTITY) {
            answer.header("Content-Encoding", coding.token());
        }
        answer.header("ETag", tag)
                .header("Repr-Digest", field(digest))
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
            answer.header("Content-Security-Policy", pagePolicy)
                    .header("Referrer-Policy", "no-referrer");
        }
        return answer.build();
    }

    /** A page that is no article, in the language of such pages. */
    Response page(
            String html, CacheLifetime lifetime, List<String> links, HttpServletRequest request) {
        return of(page(html, lifetime, links), request);
    }

    /** A page whose form asks this server for another page. */
    Response pageWithForm(String html, CacheLifetime lifetime, HttpServletRequest request) {
        return of(page(html, lifetime, List.of()), FORM_POLICY, request);
    }

    private static Representation page(String html, CacheLifetime lifetime, List<String> links) {
        return new Representation(
                html.getBytes(StandardCharsets.UTF_8),
                Representation.HTML,
                Optional.of(Formats.PAGE_LANGUAGE),
                lifetime,
                links,
                Optional.empty());
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
     * Bytes of any length by digest, or the range of them that the request asks for.
     *
     * @param mediaType as the bytes are to be taken, never to be guessed
     */
    Response stream(
            StoredBytes bytes,
            String mediaType,
            CacheLifetime lifetime,
            HttpServletRequest request) {
        String tag = EntityTags.of(bytes.digest());
        requireMatch(request, tag);
        // Before the range is looked at, as the order of preconditions wants it.
        ResponseBuilder answer =
                EntityTags.isNoneMatchHit(Preferences.joined(request, "If-None-Match"), tag)
                        ? Response.notModified()
                        : content(bytes, mediaType, tag, request);
        return answer.header("ETag", tag)
                .header("Repr-Digest", field(bytes.digest()))
                .header("Cache-Control", lifetime.header())
                .header("Accept-Ranges", "bytes")
                .header(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; style-src 'unsafe-inline'")
                .build();
    }

    private static ResponseBuilder content(
            StoredBytes bytes, String mediaType, String tag, HttpServletRequest request) {
        ByteRange.Asked asked =
                ByteRange.asked(
                        range(request),
                        Preferences.joined(request, "If-Range"),
                        tag,
                        bytes.sizeBytes());
        if (asked instanceof ByteRange.Asked.Nothing) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.RANGE_NOT_SATISFIABLE,
                            "There are " + bytes.sizeBytes() + " bytes here."),
                    "Content-Range",
                    "bytes */" + bytes.sizeBytes());
        }
        if (asked instanceof ByteRange.Asked.Part part) {
            ByteRange range = part.range();
            StreamingOutput output = out -> bytes.output().write(new RangeOutput(out, range));
            return Response.status(Response.Status.PARTIAL_CONTENT)
                    .entity(output)
                    .header("Content-Type", mediaType)
                    .header("Content-Length", range.length())
                    .header("Content-Range", range.contentRange(bytes.sizeBytes()));
        }
        return Response.ok(bytes.output())
                .header("Content-Type", mediaType)
                .header("Content-Length", bytes.sizeBytes())
                .header("Content-Digest", field(bytes.digest()));
    }

    /** Ranges are defined for GET alone: a HEAD gets the fields of the whole. */
    private static @Nullable String range(HttpServletRequest request) {
        return request.getMethod().equals("GET") ? Preferences.joined(request, "Range") : null;
    }

    /**
     * Ends a read of something that the client expects to be otherwise than it is; a field that
     * cannot be read is passed over, as others are. Of a write it is the state before that counts,
     * and whoever changes it looks at that.
     *
     * @throws ProblemException {@code precondition-failed}
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1">RFC 9110, section
     *     13.1.1</a>
     */
    private static void requireMatch(HttpServletRequest request, String tag) {
        String expected = Preferences.joined(request, "If-Match");
        boolean isRead = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (isRead
                && expected != null
                && EntityTags.isReadable(expected)
                && !EntityTags.isMatch(expected, tag)) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.PRECONDITION_FAILED,
                            "What is here has another ETag than \"If-Match\" names."));
        }
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

    private static String field(Digest digest) {
        return "sha-256=:"
                + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest.hex()))
                + ":";
    }
}
