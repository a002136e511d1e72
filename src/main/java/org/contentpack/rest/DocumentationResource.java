package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.contentpack.render.DocumentationPage;

/**
 * The project's documentation as pages, made at the first request of each from the Markdown in the
 * WAR. There are as many as there are files, so all that were asked for are kept.
 */
@ApplicationScoped
@Path("/docs")
public class DocumentationResource {

    private static final String FOLDER = "/WEB-INF/docs/";

    /** No step upwards, nothing hidden. */
    private static final Pattern PAGE = Pattern.compile("[A-Za-z0-9-]+(?:/[A-Za-z0-9-]+){0,3}");

    private static final Pattern PICTURE =
            Pattern.compile("[A-Za-z0-9-]+(?:/[A-Za-z0-9-]+){0,3}\\.(png|svg)");

    @Inject Responses responses;

    @Inject Links links;

    @Context ServletContext context;

    private final Map<String, String> pages = new ConcurrentHashMap<>();

    /** What there is to read. */
    @GET
    public Response index(@Context HttpServletRequest request) throws IOException {
        return page("index", request);
    }

    /** A page, or a picture on one. */
    @GET
    @Path("{page:.+}")
    public Response get(@PathParam("page") String page, @Context HttpServletRequest request)
            throws IOException {
        var picture = PICTURE.matcher(page);
        if (picture.matches()) {
            return responses.of(
                    new Representation(
                            read(page, page),
                            picture.group(1).equals("png") ? "image/png" : "image/svg+xml",
                            Optional.empty(),
                            CacheLifetime.MOVING,
                            List.of(),
                            Optional.empty()),
                    request);
        }
        return page(page, request);
    }

    private Response page(String page, HttpServletRequest request) throws IOException {
        String html = pages.get(page);
        if (html == null) {
            if (!PAGE.matcher(page).matches()) {
                throw missing(page);
            }
            String file = DocumentationPage.fileOf(page);
            html =
                    DocumentationPage.html(
                            file,
                            new String(read(file, page), StandardCharsets.UTF_8),
                            links.absolute(""),
                            links.home(),
                            links.stylesheet());
            pages.put(page, html);
        }
        return responses.page(html, CacheLifetime.MOVING, List.of(), request);
    }

    private byte[] read(String file, String page) throws IOException {
        try (InputStream in = context.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw missing(page);
            }
            return in.readAllBytes();
        }
    }

    private static ProblemException missing(String page) {
        return ProblemException.notFound("The documentation has no page \"" + page + "\".");
    }
}
