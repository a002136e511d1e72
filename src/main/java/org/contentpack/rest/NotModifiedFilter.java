package org.contentpack.rest;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers {@code 304}, with the same headers, where the client has the bytes that it would be sent;
 * after {@link ReadyAnswerFilter}: so an answer that clients only ever ask after is ready too.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2">RFC 9110, section 13.2.2</a>
 */
@Provider
@Priority(-2)
public class NotModifiedFilter implements ContainerResponseFilter {

    @Context HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        String tag = response.getHeaderString("ETag");
        if (tag != null
                && response.getStatus() == 200
                && isRead(context.getMethod())
                && EntityTags.isNoneMatchHit(Preferences.joined(request, "If-None-Match"), tag)) {
            response.setStatus(304);
            response.setEntity(null);
            ReadyAnswers.OF_CONTENT.forEach(response.getHeaders()::remove);
        }
    }

    private static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }
}
