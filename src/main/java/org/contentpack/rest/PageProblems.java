package org.contentpack.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.reflect.Method;
import org.contentpack.render.ProblemPage;

/**
 * Tells people on pages in words what programs are told in JSON, with the same status. Comes last,
 * after {@link AuditFilter} has read the problem's type.
 */
@Provider
@Priority(-1)
public class PageProblems implements ContainerResponseFilter {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Inject PageAnswers pages;

    @Context ResourceInfo resource;

    @Context HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response)
            throws IOException {
        Method method = resource.getResourceMethod();
        if (method == null
                || !method.getDeclaringClass().isAnnotationPresent(ByCookie.class)
                || response.getStatus() < 400
                || !(response.getEntity() instanceof byte[] body)) {
            return;
        }
        JsonNode problem = MAPPER.readTree(body);
        Response page =
                pages.page(
                        response.getStatus(),
                        ProblemPage.html(
                                pages.frame(request),
                                problem.path("title").asText(),
                                problem.path("detail").asText(),
                                back()));
        response.setEntity(page.getEntity());
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.remove("Content-Length");
        page.getHeaders().forEach((name, values) -> headers.put(name, values));
    }

    /** The page whose form it was; the first one where there is no such page. */
    private String back() {
        return request.getMethod().equals("POST") ? PageAnswers.back(request) : "/targets";
    }
}
