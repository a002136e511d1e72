package org.contentpack.rest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.contentpack.finding.Refusal;

/**
 * The closed list of problems that an answer can tell of, each with its status and a title that
 * never changes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, Problem Details for HTTP APIs</a>
 */
enum ProblemType {
    MALFORMED_REQUEST(400, "The request cannot be understood"),
    DIGEST_MISMATCH(400, "The body is not the one that its digest names"),
    UNAUTHORIZED(401, "This needs a credential"),
    FORBIDDEN(403, "The credential does not allow this"),
    NOT_FOUND(404, "There is nothing at this address"),
    TARGET_NOT_FOUND(404, "There is no target of this name"),
    TRANSLATION_HELD(404, "This translation is held back"),
    METHOD_NOT_ALLOWED(405, "This address does not take this method"),
    NOT_ACCEPTABLE(406, "There is no representation of the kind asked for"),
    REQUEST_TIMEOUT(408, "The request took too long to arrive"),
    VERSION_EXISTS(409, "Other content is registered under this version"),
    STALE_PLAN(409, "The plan is no longer true"),
    TARGET_BUSY(409, "Another run is working on the target"),
    NOT_POSSIBLE(409, "This is not possible as things stand"),
    WITHDRAWN(410, "This was withdrawn"),
    LENGTH_REQUIRED(411, "The length of the body is required"),
    PRECONDITION_FAILED(412, "The resource is not in the state that the request names"),
    PAYLOAD_TOO_LARGE(413, "The body is too large"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is not of a kind that is taken here"),
    RANGE_NOT_SATISFIABLE(416, "The range lies outside the bytes"),
    ARCHIVE_MALFORMED(422, "The body is no readable zip"),
    ARCHIVE_AMBIGUOUS(422, "The zip can be read in more than one way"),
    ARCHIVE_UNSAFE_PATH(422, "The zip has a path that is not safe everywhere"),
    ARCHIVE_ENTRY_TYPE(422, "The zip has an entry of a kind that packs do not have"),
    ARCHIVE_LIMITS(422, "The zip is larger than packs may be"),
    MANIFEST_INVALID(422, "The manifest is not valid"),
    MANIFEST_MISMATCH(422, "The manifest and the files do not agree"),
    CONTENT_INVALID(422, "The content breaks rules"),
    ASSET_TYPE_MISMATCH(422, "An asset is not of the type that its name says"),
    ASSET_UNSAFE(422, "An asset has something in it that may harm readers"),
    SIGNATURE_INVALID(422, "The signature is missing or not right"),
    IDEMPOTENCY_CONFLICT(422, "The key of this request is taken"),
    TARGET_NOT_ALLOWED(422, "This target may not be called"),
    PRECONDITION_REQUIRED(428, "The request must name the state that it expects"),
    RATE_LIMITED(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The header fields are too large"),
    INTERNAL_ERROR(500, "The server failed"),
    UPSTREAM_FAILED(502, "The other server failed"),
    STORAGE_UNAVAILABLE(503, "The store cannot be reached"),
    NOT_READY(503, "This is not ready yet");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The type of a pack that was refused. */
    static ProblemType of(Refusal refusal) {
        return valueOf(refusal.name());
    }

    /**
     * What an answer of the container or the framework with this status means; empty where no such
     * answer is expected, so that the status says nothing about the request.
     */
    static Optional<ProblemType> ofStatus(int status) {
        return switch (status) {
            case 409, 422 -> Optional.empty();
            default -> Arrays.stream(values()).filter(t -> t.status == status).findFirst();
        };
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String urn() {
        return "urn:contentpack:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
