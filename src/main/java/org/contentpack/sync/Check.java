package org.contentpack.sync;

import java.util.List;

/** What was looked at in a CMS before anything is written there. */
public record Check(List<Point> points) {

    public Check {
        points = List.copyOf(points);
    }

    /** How one point stands. */
    public enum State {
        FINE,
        /** Items can be written, but something that people expect will be missing. */
        WARNING,
        /** No item can be written. */
        MISSING
    }

    /**
     * One point.
     *
     * @param subject what was looked at: {@code reachable}, {@code credentials}, {@code version},
     *     {@code rights}, {@code fields} …
     * @param message what was found, in a sentence
     * @param hint what to do; empty where nothing is
     */
    public record Point(String subject, State state, String message, String hint) {}

    /** True where items can be written. */
    public boolean isReady() {
        return points.stream().noneMatch(point -> point.state() == State.MISSING);
    }
}
