package org.contentpack.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.contentpack.pack.PackId;
import org.contentpack.registry.Registry;

/**
 * Answers about packs that were given before, as ready bytes: the same request gets the same answer
 * again without asking the resource, as long as nothing has happened to the pack and the day is the
 * same. The resources stay the one definition of what is answered: an answer is kept as it left
 * them, under its {@link ReadyKey}. What depends on anything else than the pack's history, the day
 * and the settings must not be {@code public}.
 *
 * <p>Requests that are anything else than a plain read (with a credential, a range, a condition
 * other than {@code If-None-Match}, a body) pass by. Those asked for most are in memory, more of
 * them in files; both are bounded by their bytes. Safe for use by several threads.
 */
public final class ReadyAnswers implements AutoCloseable {

    /** What a 304 has no content for. */
    static final Set<String> OF_CONTENT =
            Set.of("Content-Type", "Content-Length", "Content-Digest", "Content-Encoding");

    private static final String PENDING = ReadyAnswers.class.getName();

    /** Larger bodies are not kept: they would push many others out. */
    private static final int MAX_BODY = 512 * 1024;

    private final Registry registry;
    private final InstantSource clock;
    private final ReadyKey keys = new ReadyKey();
    private final Cache<String, Kept> answers;
    private final AnswerShelf shelf;

    private final LongAdder hits = new LongAdder();
    private final LongAdder hitsInFiles = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /**
     * @param room for what is kept
     */
    public ReadyAnswers(Registry registry, InstantSource clock, Room room) {
        this.registry = registry;
        this.clock = clock;
        this.shelf = new AnswerShelf(room.folder(), room.fileBytes());
        this.answers =
                Caffeine.newBuilder()
                        .maximumWeight(room.memoryBytes())
                        .<String, Kept>weigher(
                                (key, kept) -> 2 * key.length() + kept.answer().weight())
                        .build();
    }

    /**
     * Where answers may be, and how many bytes of them, about.
     *
     * @param memoryBytes 0 keeps nothing in memory
     * @param fileBytes 0 keeps nothing in files
     * @param folder of those files
     */
    public record Room(long memoryBytes, long fileBytes, Path folder) {}

    /** What a request that is not answered yet would be kept under. */
    private record Pending(String key, Moment moment) {}

    private record Kept(ReadyAnswer answer, Moment moment) {}

    /**
     * Answers where an answer is ready.
     *
     * @return whether it did
     */
    boolean answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> key = keys.of(request);
        if (key.isEmpty()) {
            return false;
        }
        Kept kept = answers.getIfPresent(key.get());
        if (kept != null && kept.moment().equals(now(kept.moment().pack()))) {
            hits.increment();
            answer(kept.answer(), request, response);
            return true;
        }
        Optional<Moment> now = pack(request).map(this::now);
        if (now.isEmpty()) {
            return false;
        }
        Optional<ReadyAnswer> filed = shelf.find(key.get(), now.get());
        if (filed.isPresent()) {
            hitsInFiles.increment();
            answers.put(key.get(), new Kept(filed.get(), now.get()));
            answer(filed.get(), request, response);
            return true;
        }
        misses.increment();
        request.setAttribute(PENDING, new Pending(key.get(), now.get()));
        return false;
    }

    private static void answer(
            ReadyAnswer ready, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        RequestMeter.route(request, ready.route());
        send(ready, request, response);
    }

    private Moment now(PackId pack) {
        return new Moment(
                pack,
                registry.history(pack).sequence(),
                TimeUnit.MILLISECONDS.toDays(clock.millis()));
    }

    private static Optional<PackId> pack(HttpServletRequest request) {
        String rest = request.getRequestURI().substring(ReadyKey.PREFIX.length());
        int end = rest.indexOf('/');
        return PackId.parse(end < 0 ? rest : rest.substring(0, end));
    }

    private static void send(
            ReadyAnswer ready, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean isKnown =
                ready.tag()
                        .filter(
                                tag ->
                                        EntityTags.isNoneMatchHit(
                                                Preferences.joined(request, "If-None-Match"), tag))
                        .isPresent();
        response.setStatus(isKnown ? HttpServletResponse.SC_NOT_MODIFIED : ready.status());
        for (ReadyAnswer.Field field : ready.fields()) {
            if (!isKnown || !OF_CONTENT.contains(field.name())) {
                response.addHeader(field.name(), field.value());
            }
        }
        if (!isKnown && request.getMethod().equals("GET")) {
            response.getOutputStream().write(ready.body());
        }
    }

    /** Whether the answer of this request could be given again. */
    static boolean isWanted(HttpServletRequest request) {
        return request.getAttribute(PENDING) != null && request.getMethod().equals("GET");
    }

    /** Keeps the answer of a request that {@link #isWanted}. */
    void keep(HttpServletRequest request, ReadyAnswer answer) {
        if (request.getAttribute(PENDING) instanceof Pending pending
                && answer.body().length <= MAX_BODY
                && pending.moment().equals(now(pending.moment().pack()))) {
            answers.put(pending.key(), new Kept(answer, pending.moment()));
            shelf.put(pending.key(), pending.moment(), answer);
        }
    }

    /** Gives up everything that is kept: some of it may have been destroyed at its source. */
    public void forget() {
        answers.invalidateAll();
        shelf.clear();
    }

    /** Nothing is kept in files from now on. */
    @Override
    public void close() {
        shelf.close();
    }

    /** How often an answer was ready in memory. */
    public long hits() {
        return hits.sum();
    }

    /** How often an answer was ready in a file. */
    public long hitsInFiles() {
        return hitsInFiles.sum();
    }

    /** How often a plain read had to ask its resource. */
    public long misses() {
        return misses.sum();
    }
}
