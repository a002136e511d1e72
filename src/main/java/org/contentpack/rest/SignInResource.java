package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.contentpack.access.Authentication;
import org.contentpack.access.Authenticator;
import org.contentpack.access.Sessions;
import org.contentpack.access.Sessions.Session;
import org.contentpack.render.SignInPage;

/** Where a token is exchanged for a session. Wrong tokens count like those of the API. */
@ApplicationScoped
@Path("/sign-in")
public class SignInResource {

    /** Longest form with a token in bytes. */
    private static final int MAX_BYTES = 16 * 1024;

    /** Where people begin who were not on their way to anything. */
    private static final String FIRST = "/targets";

    /** What browsers say of requests that a page of ours, or a person, has begun. */
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    @Inject Authenticator authenticator;

    @Inject Sessions sessions;

    @Inject PageAnswers pages;

    @Inject Links links;

    @GET
    public Response page(@Context HttpServletRequest request) {
        return page(200, local(Query.of(Targets.of(request)).one("to")), "", request);
    }

    @POST
    @ByToken
    public Response signIn(@Context HttpServletRequest request) throws IOException {
        String site = Optional.ofNullable(request.getHeader("Sec-Fetch-Site")).orElse("none");
        if (!OWN_SITES.contains(site)) {
            return page(403, FIRST, "Another site has sent this form. Sign in here.", request);
        }
        Form form = Form.read(request, MAX_BYTES);
        String to = local(form.field("to"));
        Authentication authentication =
                authenticator.authenticate(
                        Optional.of("Bearer " + form.field("token").orElse("").strip()),
                        request.getRemoteAddr());
        if (authentication instanceof Authentication.Accepted accepted) {
            request.setAttribute(Callers.ATTRIBUTE, accepted.caller());
            Optional<Session> session = sessions.begin(accepted.caller());
            if (session.isPresent()) {
                return Response.fromResponse(pages.seeOther(to))
                        .header("Set-Cookie", Sessions.cookie(session.get(), links.absolute("")))
                        .build();
            }
        }
        if (authentication instanceof Authentication.TooManyFailures many) {
            return Response.fromResponse(
                            page(
                                    429,
                                    to,
                                    "Too many tokens from this address were not known here. Wait a"
                                            + " minute.",
                                    request))
                    .header("Retry-After", Math.max(1, many.retryAfter().toSeconds()))
                    .build();
        }
        return page(
                authentication instanceof Authentication.NotConfigured ? 403 : 401,
                to,
                authentication instanceof Authentication.NotConfigured
                        ? "This server has no credentials, so nobody can sign in. Its log says how"
                                + " to set one."
                        : "This token is not known here, or no longer.",
                request);
    }

    private Response page(int status, String to, String message, HttpServletRequest request) {
        return pages.page(status, SignInPage.html(pages.frame(request), to, message));
    }

    /** A path of this server, and nothing that a browser would read as another's address. */
    private static String local(Optional<String> to) {
        return to.filter(
                        path -> path.matches("/(?![/\\\\])[!-\\[\\]-~]*") && path.length() <= 2_000)
                .orElse(FIRST);
    }
}
