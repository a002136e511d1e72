package org.contentpack.cms;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.contentpack.sync.SyncFixture;

/** Kills a JVM that applies the newest plan of a store, at a point of its talk with the CMS. */
public final class EngineDeath {

    /** When another server may go on with the run. */
    public static final Instant AFTER_THE_LEASE = SyncFixture.NOW.plus(Duration.ofMinutes(6));

    private EngineDeath() {}

    /** When it dies, counted from the word to apply. */
    public enum Moment {
        /** The CMS has not heard of the request. */
        BEFORE,
        /** The CMS has done what was asked, and nobody has heard its answer. */
        AFTER,
        /** Some time after the answer, when the engine may be writing to its journal. */
        LATER
    }

    /**
     * One point.
     *
     * @param request number of the request, from 1
     * @param micros after the answer
     */
    public record Point(int request, Moment moment, int micros) {}

    /** Any point of an apply that makes so many requests. */
    public static Point point(Random random, int requests) {
        return new Point(
                1 + random.nextInt(requests),
                Moment.values()[random.nextInt(Moment.values().length)],
                random.nextInt(20_000));
    }

    /**
     * Lets a JVM apply the newest plan and kills it. Returns when the CMS works on nothing any
     * more; false where the JVM was done before its time came.
     */
    public static boolean kill(Path store, CmsHands cms, FaultProxy proxy, Point point)
            throws IOException, InterruptedException {
        try (EngineProcess engine =
                EngineProcess.start(store, cms.kind(), proxy.url(), cms.options())) {
            engine.ready();
            return kill(engine, proxy, point);
        }
    }

    /** The same with a JVM that is ready. */
    public static boolean kill(EngineProcess engine, FaultProxy proxy, Point point)
            throws IOException, InterruptedException {
        proxy.forget();
        proxy.rule(
                request -> {
                    if (point.moment() == Moment.BEFORE && request.number() == point.request()) {
                        engine.kill();
                        return FaultProxy.Fault.CUT;
                    }
                    return FaultProxy.Fault.NONE;
                });
        proxy.watch(
                request -> {},
                request -> {
                    if (point.moment() != Moment.BEFORE && request.number() == point.request()) {
                        if (point.moment() == Moment.AFTER) {
                            engine.kill();
                        } else {
                            killLater(engine, point.micros());
                        }
                    }
                });
        engine.go();
        boolean wasDone = engine.isDone();
        proxy.awaitIdle();
        proxy.heal();
        return !wasDone;
    }

    /** While the answer is on its way and the engine works on. */
    private static void killLater(EngineProcess engine, int micros) {
        Thread killer =
                new Thread(
                        () -> {
                            try {
                                TimeUnit.MICROSECONDS.sleep(micros);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            engine.kill();
                        },
                        "killer");
        killer.setDaemon(true);
        killer.start();
    }
}
