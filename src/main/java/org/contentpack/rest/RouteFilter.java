package org.contentpack.rest;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;

/** Tells {@link RequestMeter} which route was found, before anything can refuse the request. */
@Provider
@Priority(0)
public class RouteFilter implements ContainerRequestFilter {

    @Context ResourceInfo resource;

    @Context HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        RequestMeter.route(request, routeOf(resource.getResourceMethod()));
    }

    /** {@code /api/packs/{pack}}: patterns of parameters are left out. */
    static String routeOf(Method method) {
        Path below = method.getAnnotation(Path.class);
        String route =
                method.getDeclaringClass().getAnnotation(Path.class).value()
                        + (below == null ? "" : "/" + below.value());
        return route.replaceAll("/+", "/").replaceAll(":[^}]*", "");
    }
}
