package org.contentpack.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.contentpack.access.Authentication;
import org.contentpack.access.Authenticator;
import org.contentpack.access.Caller;
import org.contentpack.access.Scope;

/**
 * Lets a request reach a method that {@link Needs} a scope only from a caller who has it, before
 * anything of the body is read.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750, section 3</a>
 */
@Provider
public class AccessFilter implements ContainerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final String CHALLENGE = "Bearer realm=\"content packs\"";

    @Inject Authenticator authenticator;

    @Inject JsonWriter json;

    @Inject PageAccess pages;

    @Context ResourceInfo resource;

    @Context HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) throws IOException {
        Method method = resource.getResourceMethod();
        Needs needs = method.getAnnotation(Needs.class);
        if (method.getDeclaringClass().isAnnotationPresent(ByCookie.class)) {
            pages.enter(needs == null ? List.of() : List.of(needs.value()), request)
                    .ifPresent(context::abortWith);
        } else if (needs != null) {
            answerTo(authenticate(), List.of(needs.value())).ifPresent(context::abortWith);
        } else if (!READING.contains(context.getMethod())
                && !method.isAnnotationPresent(ByToken.class)) {
            throw new IllegalStateException(
                    "a method that writes must say which scope it needs: "
                            + resource.getResourceMethod());
        }
    }

    private Authentication authenticate() {
        return authenticator.authenticate(
                Optional.ofNullable(request.getHeader("Authorization")), request.getRemoteAddr());
    }

    /** Empty where the caller has the scope. */
    private Optional<Response> answerTo(Authentication authentication, List<Scope> scopes) {
        if (authentication instanceof Authentication.Accepted accepted) {
            return answerTo(accepted.caller(), scopes);
        }
        if (authentication instanceof Authentication.TooManyFailures many) {
            return Optional.of(tooMany(many.retryAfter()));
        }
        if (authentication instanceof Authentication.NotConfigured) {
            return Optional.of(
                    forbidden(
                            "This server has no credentials, so nobody may write to it. Its log"
                                    + " says how to set one."));
        }
        return Optional.of(unauthorized(authentication instanceof Authentication.Rejected));
    }

    private Optional<Response> answerTo(Caller caller, List<Scope> scopes) {
        if (scopes.stream().noneMatch(caller::has)) {
            return Optional.of(
                    forbidden(
                            "The credential does not have the scope "
                                    + scopes.stream()
                                            .map(scope -> "\"" + scope.id() + "\"")
                                            .collect(Collectors.joining(" or "))
                                    + "."));
        }
        request.setAttribute(Callers.ATTRIBUTE, caller);
        return Optional.empty();
    }

    private Response unauthorized(boolean rejected) {
        String detail =
                rejected
                        ? "The credential is not known here, or no longer."
                        : "Send a token: \"Authorization: Bearer …\".";
        return Response.fromResponse(json.answer(Problem.of(ProblemType.UNAUTHORIZED, detail)))
                .header(
                        "WWW-Authenticate",
                        rejected ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE)
                .build();
    }

    private Response forbidden(String detail) {
        return json.answer(Problem.of(ProblemType.FORBIDDEN, detail));
    }

    private Response tooMany(Duration retryAfter) {
        return Response.fromResponse(
                        json.answer(
                                Problem.of(
                                        ProblemType.RATE_LIMITED,
                                        "Too many credentials from this address were not known"
                                                + " here.")))
                .header("Retry-After", Math.max(1, retryAfter.toSeconds()))
                .build();
    }
}
