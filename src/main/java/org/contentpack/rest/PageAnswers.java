package org.contentpack.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.contentpack.render.Frame;

/** Answers for people who have signed in: pages that no cache keeps, and ways on to others. */
@Dependent
public class PageAnswers {

    /** Forms of our own; no script and nothing of others. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action"
                    + " 'self'; frame-ancestors 'none'";

    private static final String SIGN_IN = "/sign-in";

    @Inject Links links;

    Frame frame(HttpServletRequest request) {
        return PageAccess.find(request)
                .map(s -> new Frame(links.absolute(""), s.caller().name(), s.csrfToken()))
                .orElseGet(() -> new Frame(links.absolute(""), "", ""));
    }

    Response page(int status, String html) {
        return Response.status(status)
                .header("Content-Type", Representation.HTML)
                .header("Content-Language", Formats.PAGE_LANGUAGE.tag())
                .header("Cache-Control", CacheLifetime.NONE.header())
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "same-origin")
                .entity(html.getBytes(StandardCharsets.UTF_8))
                .build();
    }

    /** On to a page of this server, after a form. */
    Response seeOther(String path) {
        return Response.status(303)
                .header("Location", links.absolute(path))
                .header("Cache-Control", CacheLifetime.NONE.header())
                .build();
    }

    /** To the page where a token is given, and back to where the request wanted to go. */
    Response signIn(HttpServletRequest request) {
        String to = URLEncoder.encode(back(request), StandardCharsets.UTF_8);
        return seeOther(SIGN_IN + "?to=" + to);
    }

    /** The page of a request: itself, or the one whose form it is. */
    static String back(HttpServletRequest request) {
        RequestTarget target = Targets.of(request);
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            return target.toString();
        }
        List<String> segments = target.segments();
        return new RequestTarget(
                        segments.subList(0, Math.max(0, Math.min(2, segments.size() - 1))),
                        Optional.empty())
                .path();
    }
}
