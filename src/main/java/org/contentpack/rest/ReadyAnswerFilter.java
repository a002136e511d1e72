package org.contentpack.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hands answers to {@link ReadyAnswers} as they leave the resources, after every other filter: only
 * those that any cache may keep too, and whose bytes are all there.
 */
@Provider
@Priority(-1)
public class ReadyAnswerFilter implements ContainerResponseFilter {

    private static final Set<Integer> KEPT = Set.of(200, 302, 308);

    private static final byte[] NO_BODY = {};

    @Inject ReadyAnswers ready;

    @Context HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        if (!ReadyAnswers.isWanted(request)
                || !KEPT.contains(response.getStatus())
                || !isPublic(response.getHeaderString("Cache-Control"))) {
            return;
        }
        body(response).ifPresent(body -> ready.keep(request, answer(response, body)));
    }

    private ReadyAnswer answer(ContainerResponseContext response, byte[] body) {
        List<ReadyAnswer.Field> fields = new ArrayList<>();
        response.getStringHeaders()
                .forEach(
                        (name, values) ->
                                values.forEach(
                                        value -> fields.add(new ReadyAnswer.Field(name, value))));
        return new ReadyAnswer(
                response.getStatus(),
                fields,
                body,
                Optional.ofNullable(response.getHeaderString("ETag")),
                RequestMeter.routeOf(request));
    }

    private static boolean isPublic(String cacheControl) {
        return cacheControl != null && cacheControl.startsWith("public");
    }

    private static Optional<byte[]> body(ContainerResponseContext response) {
        if (!response.hasEntity()) {
            return Optional.of(NO_BODY);
        }
        return response.getEntity() instanceof byte[] bytes ? Optional.of(bytes) : Optional.empty();
    }
}
