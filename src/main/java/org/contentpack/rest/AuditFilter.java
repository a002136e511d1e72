package org.contentpack.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contentpack.access.Allowance;
import org.contentpack.access.AuditEntry;
import org.contentpack.access.AuditLog;
import org.contentpack.access.Caller;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.Registration;
import org.contentpack.version.Version;

/**
 * Writes every request that needed a scope into the audit log before its answer goes out.
 *
 * <p>Where the entry cannot be kept, the answer still says truly what happened, and the log of the
 * server gets the entry instead. Of requests without an accepted credential only {@value
 * #STRANGERS_A_MINUTE} a minute are written down, whatever number of clients they come from: nobody
 * who may not write may fill the disk.
 */
@Provider
@Priority(0)
public class AuditFilter implements ContainerResponseFilter {

    private static final Logger LOG = System.getLogger(AuditFilter.class.getName());

    private static final String SUBJECT = AuditFilter.class.getName();

    private static final String REPEATED = SUBJECT + ".repeated";

    private static final Pattern PROBLEM =
            Pattern.compile("\"type\":\"urn:contentpack:problem:([a-z-]+)\"");

    /** Most entries a minute about callers whose credential was not accepted. */
    static final int STRANGERS_A_MINUTE = 60;

    private final Allowance strangers = new Allowance(STRANGERS_A_MINUTE, Duration.ofMinutes(1));

    @Inject AuditLog log;

    @Inject InstantSource clock;

    @Context ResourceInfo resource;

    @Context HttpServletRequest request;

    /** What a request turned out to be about. */
    private record Subject(PackId pack, Version version, String digest) {}

    /** Lets the entry of this request name a release. */
    static void about(HttpServletRequest request, Registration registration) {
        request.setAttribute(
                SUBJECT,
                new Subject(
                        registration.id().pack(),
                        registration.id().version(),
                        registration.digest().value()));
    }

    /** Lets the entry of this request name a release where there is one of this version. */
    static void about(HttpServletRequest request, PackHistory history, Version version) {
        history.release(version).ifPresent(registration -> about(request, registration));
    }

    /** Marks a request that was answered with what its first sending was answered. */
    static void repeated(HttpServletRequest request) {
        request.setAttribute(REPEATED, " (repeated)");
    }

    /** Lets the entry of this request name a release that it was about. */
    static void about(HttpServletRequest request, PackId pack, Version version, Digest digest) {
        request.setAttribute(SUBJECT, new Subject(pack, version, digest.value()));
    }

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        Method method = resource.getResourceMethod();
        Needs needs = method == null ? null : method.getAnnotation(Needs.class);
        if (method == null || (needs == null && !method.isAnnotationPresent(ByToken.class))) {
            return;
        }
        if (needs != null
                && needs.audited() == Needs.Audited.REFUSALS
                && response.getStatus() == 200) {
            return;
        }
        AuditEntry entry = entry(response);
        if (entry.caller().isEmpty() && !strangers.isAllowed(entry.at())) {
            return;
        }
        try {
            log.add(entry);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "an audit entry cannot be kept: " + entry, e);
        }
    }

    private AuditEntry entry(ContainerResponseContext response) {
        RequestTarget target = Targets.of(request);
        Optional<Subject> subject =
                Optional.ofNullable(request.getAttribute(SUBJECT)).map(Subject.class::cast);
        return new AuditEntry(
                clock.instant(),
                request.getAttribute(Callers.ATTRIBUTE) instanceof Caller caller
                        ? Optional.of(caller.name())
                        : Optional.empty(),
                request.getRemoteAddr(),
                // Without the query: people put secrets there.
                request.getMethod()
                        + " "
                        + target.path()
                        + Optional.ofNullable(request.getAttribute(REPEATED)).orElse(""),
                subject.map(s -> s.pack.value()).or(() -> inPath(target, "packs")),
                subject.map(s -> s.version.text()).or(() -> inPath(target, "versions")),
                subject.map(s -> s.digest),
                response.getStatus(),
                problem(response),
                RequestIds.of(request));
    }

    /** The segment behind a word of the resource tree. */
    private static Optional<String> inPath(RequestTarget target, String word) {
        List<String> segments = target.segments();
        int at = segments.indexOf(word);
        return at >= 0 && at + 1 < segments.size()
                ? Optional.of(segments.get(at + 1))
                : Optional.empty();
    }

    private static Optional<String> problem(ContainerResponseContext response) {
        if (response.getStatus() >= 400 && response.getEntity() instanceof byte[] body) {
            Matcher matcher =
                    PROBLEM.matcher(new String(body, java.nio.charset.StandardCharsets.UTF_8));
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        }
        return Optional.empty();
    }
}
