package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.contentpack.access.AnswerMemory;
import org.contentpack.access.RememberedAnswer;
import org.contentpack.pack.Digest;

/**
 * Gives the answer of a request with an {@link IdempotencyKey} again where the same caller sends
 * the same request under the same key, also after a restart and from another server on the store.
 *
 * <p>What is remembered came of the request's content: success, or a refusal that would be the
 * same. Whether a request is running is known to this server only: two servers that get one request
 * at the same time both do it, and both give the answer that was kept first. Safe for use by
 * several threads.
 */
@ApplicationScoped
public class RepeatedRequests {

    private static final Logger LOG = System.getLogger(RepeatedRequests.class.getName());

    static final Duration KEPT = Duration.ofHours(24);

    /** Most keys of one caller; the oldest are forgotten first. */
    static final int MAX_KEYS = 1_000;

    /** In characters; an answer that is longer is found out again instead. */
    static final int MAX_BODY = 64 * 1024;

    private static final Set<Integer> FINAL = Set.of(200, 201, 409, 410, 422);

    @Inject AnswerMemory memory;

    @Inject InstantSource clock;

    @Inject JsonWriter json;

    private final Map<Name, Digest> running = new ConcurrentHashMap<>();

    private record Name(String caller, String key) {}

    /** What a request does when it comes for the first time. */
    interface Work {
        Response answer() throws IOException;
    }

    /**
     * Does the work, or gives the answer that it had.
     *
     * @param body of the request, once it has arrived whole
     */
    Response answer(
            HttpServletRequest request, Optional<IdempotencyKey> key, Digest body, Work work)
            throws IOException {
        if (key.isEmpty()) {
            return work.answer();
        }
        Name name = new Name(Callers.of(request).name(), key.get().text());
        Digest asked = fingerprint(request, body);
        Digest other = running.putIfAbsent(name, asked);
        if (other != null) {
            throw other.equals(asked) ? isRunning() : isAnotherRequest();
        }
        try {
            Instant since = clock.instant().minus(KEPT);
            Optional<RememberedAnswer> before = memory.find(name.caller, name.key, since);
            if (before.isEmpty()) {
                return keep(name, asked, since, answer(work));
            }
            if (!before.get().request().equals(asked)) {
                throw isAnotherRequest();
            }
            AuditFilter.repeated(request);
            return answer(before.get());
        } finally {
            running.remove(name);
        }
    }

    /** What a client may not change between two tries. */
    private static Digest fingerprint(HttpServletRequest request, Digest body) {
        return Digest.of(
                String.join(
                        "\n",
                        request.getMethod(),
                        Targets.of(request).toString(),
                        String.valueOf(Preferences.joined(request, Submissions.SIGNATURE)),
                        body.value()));
    }

    private Response answer(Work work) throws IOException {
        try {
            return work.answer();
        } catch (ProblemException e) {
            return json.answer(e);
        }
    }

    private Response keep(Name name, Digest asked, Instant since, Response answer) {
        if (!FINAL.contains(answer.getStatus()) || !(answer.getEntity() instanceof byte[] bytes)) {
            return answer;
        }
        String body = new String(bytes, StandardCharsets.UTF_8);
        if (body.length() > MAX_BODY) {
            return answer;
        }
        try {
            return answer(
                    memory.keep(
                            new RememberedAnswer(
                                    name.caller,
                                    name.key,
                                    asked,
                                    answer.getStatus(),
                                    Optional.ofNullable(answer.getHeaderString("Location")),
                                    body),
                            clock.instant(),
                            since,
                            MAX_KEYS));
        } catch (IOException e) {
            // What was done is done, and must be said.
            LOG.log(Level.ERROR, "an answer cannot be remembered", e);
            return answer;
        }
    }

    private static Response answer(RememberedAnswer remembered) {
        Response.ResponseBuilder answer =
                Response.status(remembered.status())
                        .header(
                                "Content-Type",
                                remembered.status() < 400
                                        ? Representation.JSON
                                        : Problem.MEDIA_TYPE)
                        .header("Cache-Control", CacheLifetime.NONE.header())
                        .entity(remembered.body().getBytes(StandardCharsets.UTF_8));
        remembered.location().ifPresent(location -> answer.header("Location", location));
        return answer.build();
    }

    private static ProblemException isRunning() {
        return new ProblemException(
                Problem.withStatus(
                        409,
                        ProblemType.IDEMPOTENCY_CONFLICT,
                        "The request with this key is still being answered; try again soon."),
                "Retry-After",
                "1");
    }

    private static ProblemException isAnotherRequest() {
        return new ProblemException(
                Problem.of(
                        ProblemType.IDEMPOTENCY_CONFLICT,
                        "This key was sent with another request before; give each request a key of"
                                + " its own."));
    }
}
