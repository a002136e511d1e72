package org.contentpack.rest;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The error page of {@code web.xml}: turns what the container refuses before {@link
 * ThrowableMapper} could see it into a problem answer.
 */
@WebServlet("/.problem")
public class ProblemServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject transient JsonWriter json;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        // Liberty marks error pages for a proxy of its own.
        response.setHeader("$WSEP", null);
        response.setHeader("X-Content-Type-Options", "nosniff");
        json.write(problem(status(request)), response);
    }

    /** The container's status; 404 where somebody asks for this address itself. */
    private static int status(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
                        && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)
                                instanceof Integer code
                ? code
                : ProblemType.NOT_FOUND.status();
    }

    private static Problem problem(int status) {
        ProblemType type =
                ProblemType.ofStatus(status)
                        .orElse(
                                status < 500
                                        ? ProblemType.MALFORMED_REQUEST
                                        : ProblemType.INTERNAL_ERROR);
        return Problem.of(type, type.title() + ".");
    }
}
