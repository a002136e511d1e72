package org.contentpack.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets scripts of every site read what every reader may read, and write nothing.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, CORS protocol</a>
 */
@Provider
public class CrossOrigin implements ContainerResponseFilter {

    private static final String EXPOSED =
            "ETag, Link, Location, Content-Location, Content-Language, Repr-Digest, Retry-After";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("Access-Control-Allow-Origin", "*");
        headers.putSingle("Access-Control-Expose-Headers", EXPOSED);
        if (request.getMethod().equals("OPTIONS")) {
            headers.putSingle("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS");
            headers.putSingle(
                    "Access-Control-Allow-Headers",
                    "Accept, Accept-Language, If-None-Match, Range");
            headers.putSingle("Access-Control-Max-Age", "86400");
        }
    }
}
