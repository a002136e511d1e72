package org.contentpack.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.contentpack.access.Scope;
import org.contentpack.access.Sessions;
import org.contentpack.access.Sessions.Session;

/**
 * Lets people who have signed in reach pages, and forms only where they come from a page of the
 * same session. Everybody else is sent to the page where a token is given, and back afterwards.
 */
@Dependent
public class PageAccess {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final String ATTRIBUTE = Session.class.getName();

    @Inject Sessions sessions;

    @Inject PageAnswers pages;

    /** The session of a request that was let through. */
    static Session of(HttpServletRequest request) {
        return find(request)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "only a page for signed-in people has one"));
    }

    static Optional<Session> find(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Session session
                ? Optional.of(session)
                : Optional.empty();
    }

    /**
     * Empty where the request may go on.
     *
     * @param scopes of which the caller needs one; none for every signed-in caller
     */
    Optional<Response> enter(List<Scope> scopes, HttpServletRequest request) throws IOException {
        Optional<Session> session =
                Stream.of(cookies(request))
                        .filter(cookie -> cookie.getName().equals(Sessions.COOKIE))
                        .flatMap(cookie -> sessions.find(cookie.getValue()).stream())
                        .findFirst();
        if (session.isEmpty()) {
            return Optional.of(pages.signIn(request));
        }
        request.setAttribute(ATTRIBUTE, session.get());
        request.setAttribute(Callers.ATTRIBUTE, session.get().caller());
        if (!READING.contains(request.getMethod())) {
            check(Form.read(request, Form.MAX_BYTES), session.get());
        }
        if (!scopes.isEmpty() && scopes.stream().noneMatch(session.get().caller()::has)) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.FORBIDDEN,
                            "The token with which you signed in does not allow this."));
        }
        return Optional.empty();
    }

    /** Servlets say null where there is none. */
    private static Cookie[] cookies(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).orElseGet(() -> new Cookie[0]);
    }

    private static void check(Form form, Session session) {
        if (form.field("csrf").filter(session::sent).isEmpty()) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.FORBIDDEN,
                            "The form is not one of this session. Load the page again, and send it"
                                    + " from there."));
        }
    }
}
