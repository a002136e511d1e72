package org.contentpack.purge;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contentpack.pack.PackId;
import org.contentpack.registry.Event;
import org.contentpack.registry.Registry;
import org.contentpack.sync.ConnectorException;

/**
 * Keeps one cache in front from answering what is no longer true: after every event of the history
 * it is told to forget the answers of that pack.
 *
 * <p>It is told in the order of the history, and a file says how far; so nothing is left out by a
 * restart or while the cache cannot be reached, and something may be told twice. Each event is told
 * a second time after {@link #AGAIN}: an answer that was on its way while the event happened may
 * have reached the cache after the first. A cache that nothing is known of, because it is new or
 * the file is gone, is told to forget every pack.
 *
 * <p>A server tells of an event after it knows it itself, so a cache that asks again gets the new
 * answer from it. Where several servers stand behind one cache, each has to tell it.
 *
 * <p>Rounds of one cache must not run at once; {@link #isFailing} may be asked by any thread.
 */
public final class Purge {

    private static final Logger LOG = System.getLogger(Purge.class.getName());

    /** Longer than an answer is on its way to a cache. */
    static final Duration AGAIN = Duration.ofSeconds(30);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /** Most events that are read at once. */
    private static final int BATCH = 500;

    private final CacheInFront cache;
    private final Registry registry;
    private final Path folder;
    private final Path file;
    private final InstantSource clock;
    private Optional<Due> due = Optional.empty();
    private Duration wait = FIRST_WAIT;
    private Instant next = Instant.MIN;
    private volatile boolean isFailing;

    /** When the cache is told a second time, and up to which event. */
    private record Due(long sequence, Instant at) {}

    /**
     * Tells nothing yet.
     *
     * @param folder for the file that says how far the cache was told; made where it is not there
     */
    public Purge(CacheInFront cache, Registry registry, Path folder, InstantSource clock) {
        this.cache = cache;
        this.registry = registry;
        this.folder = folder;
        this.file = folder.resolve(cache.name() + ".told");
        this.clock = clock;
    }

    public CacheName name() {
        return cache.name();
    }

    /** Whether the cache could not be told the last time it was tried. */
    public boolean isFailing() {
        return isFailing;
    }

    /** Tells what there is to tell, unless the last try failed and it is too early for another. */
    public void round() {
        if (clock.instant().isBefore(next)) {
            return;
        }
        try {
            tell();
            if (isFailing) {
                LOG.log(Level.INFO, "the cache {0} can be told again what to forget", cache.name());
            }
            isFailing = false;
            wait = FIRST_WAIT;
        } catch (IOException e) {
            if (!isFailing) {
                LOG.log(
                        Level.WARNING,
                        "the cache "
                                + cache.name()
                                + " cannot be told what to forget; it is tried again: "
                                + said(e));
            }
            isFailing = true;
            next = clock.instant().plus(wait);
            wait = wait.multipliedBy(2);
            wait = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        }
    }

    /** Of an answer, what to do; of a disk or a store, what it says. */
    private static String said(IOException e) {
        return e instanceof ConnectorException failed
                ? failed.getMessage() + " " + failed.hint()
                : e.toString();
    }

    private void tell() throws IOException {
        long now = registry.follow();
        Optional<Told> known = read().filter(t -> t.once() <= now);
        if (known.isEmpty()) {
            cache.forget(everything());
            write(new Told(now, 0));
            return;
        }
        Told told = known.get();
        if (told.once() < now) {
            forget(told.once(), now);
            told = new Told(now, told.again());
            write(told);
        }
        if (told.again() < told.once()) {
            tellAgain(told);
        }
    }

    /** After a restart nobody knows when the first time was: it counts from then. */
    private void tellAgain(Told told) throws IOException {
        Instant now = clock.instant();
        if (due.isEmpty()) {
            due = Optional.of(new Due(told.once(), now.plus(AGAIN)));
        }
        if (now.isBefore(due.get().at())) {
            return;
        }
        if (told.again() == 0) {
            cache.forget(everything());
        } else {
            forget(told.again(), due.get().sequence());
        }
        write(new Told(told.once(), due.get().sequence()));
        due = Optional.empty();
    }

    private List<SurrogateKey> everything() {
        List<SurrogateKey> keys = new ArrayList<>(List.of(SurrogateKey.PACKS));
        for (PackId pack : registry.packs()) {
            keys.add(SurrogateKey.pack(pack));
            keys.add(SurrogateKey.blobs(pack));
        }
        return keys;
    }

    /** Tells of all events behind one and up to another, maybe of some that came since. */
    private void forget(long after, long last) throws IOException {
        long at = after;
        while (at < last) {
            List<Event> events = registry.changes(at, BATCH);
            if (events.isEmpty()) {
                return;
            }
            Set<SurrogateKey> keys = new LinkedHashSet<>();
            events.forEach(event -> keys.addAll(SurrogateKey.of(event)));
            cache.forget(List.copyOf(keys));
            at = events.get(events.size() - 1).sequence();
        }
    }

    private Optional<Told> read() throws IOException {
        return Files.exists(file)
                ? Told.parse(Files.readString(file, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private void write(Told told) throws IOException {
        Files.createDirectories(folder);
        Path fresh = folder.resolve(cache.name() + ".told.new");
        Files.writeString(fresh, told.line(), StandardCharsets.UTF_8);
        Files.move(
                fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
