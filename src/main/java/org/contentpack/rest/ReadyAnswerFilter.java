package org.contentpack.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
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

    @Context ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        Method method = resource.getResourceMethod();
        Optional<byte[]> body = body(response);
        if (method == null
                || body.isEmpty()
                || !KEPT.contains(response.getStatus())
                || !isPublic(response.getHeaderString("Cache-Control"))) {
            return;
        }
        List<ReadyAnswer.Field> fields = new ArrayList<>();
        response.getStringHeaders()
                .forEach(
                        (name, values) ->
                                values.forEach(
                                        value -> fields.add(new ReadyAnswer.Field(name, value))));
        ready.keep(
                request,
                new ReadyAnswers.Answered(
                        response.getStatus(),
                        fields,
                        body.get(),
                        Optional.ofNullable(response.getHeaderString("ETag")),
                        RouteFilter.routeOf(method)));
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
