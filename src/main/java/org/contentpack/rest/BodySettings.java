package org.contentpack.rest;

import java.time.Duration;

/**
 * Bounds of bodies that are read into memory, JSON and forms, against {@link UploadSettings}, which
 * are for zips.
 *
 * @param deadline longest time for a body to arrive
 */
public record BodySettings(Duration deadline) {

    public BodySettings {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("time of bodies must be above 0: " + deadline);
        }
    }
}
