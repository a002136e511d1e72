package org.contentpack.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/**
 * The media type of a request's body as the client said it. The framework never sees it: it answers
 * one that it cannot read with a fault, also where nobody wants a body, and a cache would keep that
 * for everybody.
 */
final class BodyKind {

    private static final String ATTRIBUTE = BodyKind.class.getName();

    private BodyKind() {}

    /** Keeps what the request says for {@link #of}. */
    static void keep(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, Optional.ofNullable(request.getContentType()).orElse(""));
    }

    /** In lower case and without parameters; empty where the request says none. */
    static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String kept) {
            return kept.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        }
        throw new IllegalStateException("every request must pass the filter of its target");
    }
}
