package org.contentpack.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Set;

/**
 * Lets scripts of every site read what every reader may read. What {@link Needs} a scope is closed
 * to them, and so is every method that writes.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, CORS protocol</a>
 */
@Provider
public class CrossOrigin implements ContainerResponseFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final String EXPOSED =
            "ETag, Link, Location, Content-Digest, Content-Location, Content-Language,"
                    + " Content-Range, Deprecation, Memento-Datetime, Repr-Digest, Retry-After";

    @Context ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (isClosed(request)) {
            return;
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("Access-Control-Allow-Origin", "*");
        headers.putSingle("Access-Control-Expose-Headers", EXPOSED);
        if (request.getMethod().equals("OPTIONS")) {
            headers.putSingle("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
            headers.putSingle(
                    "Access-Control-Allow-Headers",
                    "Accept, Accept-Datetime, Accept-Language, If-Match, If-None-Match,"
                            + " If-Range, Range");
            headers.putSingle("Access-Control-Max-Age", "86400");
        }
    }

    private boolean isClosed(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        // Only a preflight asks; elsewhere the field would change what caches keep.
        String asked =
                request.getMethod().equals("OPTIONS")
                        ? request.getHeaderString("Access-Control-Request-Method")
                        : null;
        return (method != null && method.isAnnotationPresent(Needs.class))
                || (method != null && method.getDeclaringClass().equals(SignInResource.class))
                || !READING.contains(request.getMethod())
                || (asked != null && !READING.contains(asked));
    }
}
