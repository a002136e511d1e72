package org.contentpack.rest;

import java.util.Locale;

/**
 * The closed list of problems that an answer can tell of, each with its status and a title that
 * never changes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, Problem Details for HTTP APIs</a>
 */
enum ProblemType {
    MALFORMED_REQUEST(400, "The request cannot be understood"),
    NOT_FOUND(404, "There is nothing at this address"),
    METHOD_NOT_ALLOWED(405, "This address does not take this method"),
    NOT_ACCEPTABLE(406, "There is no representation of the kind asked for"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is not of a kind that is taken here"),
    RANGE_NOT_SATISFIABLE(416, "The range lies outside the bytes"),
    INTERNAL_ERROR(500, "The server failed"),
    STORAGE_UNAVAILABLE(503, "The store cannot be reached");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
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
