package org.contentpack.rest;

import jakarta.servlet.http.HttpServletRequest;

/** Where resources find the request's target, as {@link RequestTargetFilter} took it apart. */
final class Targets {

    private Targets() {}

    static RequestTarget of(HttpServletRequest request) {
        Object target = request.getAttribute(RequestTarget.ATTRIBUTE);
        if (target instanceof RequestTarget readable) {
            return readable;
        }
        throw new IllegalStateException("every request must pass the filter of its target");
    }
}
