package org.contentpack.rest;

import jakarta.ws.rs.core.Response;

/** Pages for readers whose form asks this server for another page. */
final class PageForms {

    private static final String POLICY = "Content-Security-Policy";

    private PageForms() {}

    /**
     * The page's answer, with forms to this server allowed in its policy and all else as it was.
     */
    static Response allowed(Response page) {
        String policy = page.getHeaderString(POLICY);
        return policy == null
                ? page
                : Response.fromResponse(page)
                        .header(POLICY, null)
                        .header(POLICY, policy.replace("form-action 'none'", "form-action 'self'"))
                        .build();
    }
}
