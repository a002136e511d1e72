package org.contentpack.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.contentpack.rest.RequestTarget.Canonical;
import org.contentpack.rest.RequestTarget.OtherSpelling;
import org.contentpack.rest.RequestTarget.Parsed;
import org.contentpack.rest.RequestTarget.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * Lets only requests through whose address is readable, in the spelling that the framework behind
 * it reads the same way, and sets the headers that every answer has.
 *
 * <p>A raw {@code ^} makes the framework throw and {@code ;x=1} gives a second address for one
 * thing; both end here.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class RequestTargetFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject transient JsonWriter json;

    @Inject transient Links links;

    @Inject transient RequestMeter meter;

    @Inject transient InstantSource clock;

    @Inject transient BodySettings bodies;

    @Inject transient ReadyAnswers ready;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // The first that is done to an answer, so there is nothing to put them in place of.
        response.addHeader("X-Content-Type-Options", "nosniff");
        response.addHeader(RequestIds.HEADER, RequestIds.give(request));
        try {
            meter.measure(request, response, () -> answer(request, response, chain));
        } finally {
            RequestIds.end();
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // Else the container says that everything is in English.
        response.setLocale(Locale.ROOT);
        Optional<String> defect = RequestFraming.defect(request);
        if (defect.isPresent()) {
            response.setHeader("Connection", "close");
            json.write(
                    Problem.of(
                            ProblemType.MALFORMED_REQUEST,
                            "The request is not framed as HTTP requires: " + defect.get() + "."),
                    response);
            return;
        }
        if (ready.answer(request, response)) {
            return;
        }
        Parsed parsed =
                RequestTarget.parse(
                        request.getRequestURI(), Optional.ofNullable(request.getQueryString()));
        if (parsed instanceof Canonical canonical) {
            request.setAttribute(RequestTarget.ATTRIBUTE, canonical.target());
            Preferences.keep(request);
            BodyKind.keep(request);
            ArrivingBody.keep(request, clock, bodies.deadline());
            chain.doFilter(new CanonicalRequest(request, canonical.target()), response);
        } else if (parsed instanceof OtherSpelling other) {
            response.setStatus(308);
            response.setHeader("Location", links.absolute(other.canonical().toString()));
            response.setHeader("Cache-Control", CacheLifetime.MOVING.header());
        } else {
            refuse(response, ((Unreadable) parsed).reason());
        }
    }

    private void refuse(HttpServletResponse response, String reason) throws IOException {
        Problem problem =
                Problem.of(
                        ProblemType.NOT_FOUND, "Nothing has an address like this: " + reason + ".");
        json.write(problem, response);
    }

    /**
     * The request as the framework behind can read it: its path in canonical spelling, and without
     * the fields that {@link Preferences} and {@link BodyKind} read.
     */
    private static final class CanonicalRequest extends HttpServletRequestWrapper {

        private final String path;

        CanonicalRequest(HttpServletRequest request, RequestTarget target) {
            super(request);
            this.path = target.path();
        }

        private static final Set<String> OWN =
                Set.of(
                        "accept",
                        "accept-language",
                        "accept-charset",
                        "accept-encoding",
                        "content-type");

        @Override
        public @Nullable String getHeader(String name) {
            return isOwn(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isOwn(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(
                    Collections.list(super.getHeaderNames()).stream()
                            .filter(name -> !isOwn(name))
                            .toList());
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        private static boolean isOwn(String name) {
            return OWN.contains(name.toLowerCase(Locale.ROOT));
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        /** A host of our own, so that nothing behind this filter can follow a forged one. */
        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer("http://localhost").append(path);
        }
    }
}
