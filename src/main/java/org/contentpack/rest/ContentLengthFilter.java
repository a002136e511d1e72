package org.contentpack.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Says how long a body of ready bytes is where its resource has not said it: the container counts
 * what it sends, and of an answer to {@code HEAD} it sends nothing. Comes last, after {@link
 * PageProblems} has put another body in place.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.6">RFC 9110, section 8.6</a>
 */
@Provider
@Priority(-2)
public class ContentLengthFilter implements ContainerResponseFilter {

    private static final String FIELD = "Content-Length";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof byte[] body
                && !response.getHeaders().containsKey(FIELD)) {
            response.getHeaders().putSingle(FIELD, body.length);
        }
    }
}
