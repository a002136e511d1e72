package org.contentpack.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Set;

/**
 * Sends a browser that opens a plan's or a run's address of the API to its page. Programs send a
 * token, or do not prefer HTML.
 */
@Provider
@Priority(100)
public class PageRedirect implements ContainerRequestFilter {

    private static final Set<String> WITH_PAGE =
            Set.of("targets", "plans", "runs", "installations");

    @Inject Links links;

    @Context HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        List<String> segments = Targets.of(request).segments();
        if (request.getMethod().equals("GET")
                && request.getHeader("Authorization") == null
                && segments.size() >= 2
                && segments.size() <= 3
                && segments.get(0).equals("api")
                && WITH_PAGE.contains(segments.get(1))
                && prefersHtml()) {
            String path =
                    new RequestTarget(
                                    segments.subList(1, segments.size()),
                                    Targets.of(request).query())
                            .toString();
            context.abortWith(
                    Response.status(303)
                            .header("Location", links.absolute(path))
                            .header("Cache-Control", CacheLifetime.NONE.header())
                            .build());
        }
    }

    private boolean prefersHtml() {
        return Accept.of(Preferences.of(request).accept())
                .best(List.of(Formats.JSON, Formats.HTML, EventStreams.MEDIA_TYPE, "text/csv"))
                .filter(Formats.HTML::equals)
                .isPresent();
    }
}
