package org.contentpack.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The wire shape of every answer that is no success.
 *
 * @param detail what was asked and what is required, without anything of the server's inside
 * @param variants with {@code not-acceptable}: what can be had
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Variant> variants) {

    /** The media type of a problem in JSON. */
    static final String MEDIA_TYPE = "application/problem+json";

    /** Something that can be had instead. */
    record Variant(String mediaType, String url) {}

    static Problem of(ProblemType type, String detail) {
        return new Problem(type.urn(), type.title(), type.status(), detail, List.of());
    }

    static Problem notAcceptable(String detail, List<Variant> variants) {
        ProblemType type = ProblemType.NOT_ACCEPTABLE;
        return new Problem(type.urn(), type.title(), type.status(), detail, List.copyOf(variants));
    }
}
