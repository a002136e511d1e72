package org.contentpack.rest;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;

/**
 * Marks answers that hold what was withdrawn: {@code Deprecation} where everybody gets it; out of
 * caches and of scripts' reach where only an auditor does.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9745">RFC 9745, Deprecation</a>
 */
@Provider
@Priority(0)
public class WithdrawalFilter implements ContainerResponseFilter {

    @Context HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        if (request.getAttribute(ReleaseAccess.DEPRECATED) instanceof Instant since) {
            response.getHeaders().putSingle("Deprecation", "@" + since.getEpochSecond());
            response.getHeaders()
                    .add(
                            "Link",
                            ReleaseLookup.link(
                                    "" + request.getAttribute(ReleaseAccess.STATUS),
                                    "deprecation"));
        }
        if (request.getAttribute(ReleaseAccess.AUDITED) != null) {
            response.getHeaders().putSingle("Cache-Control", CacheLifetime.NONE.header());
            response.getHeaders().remove("Access-Control-Allow-Origin");
        }
    }
}
