package org.contentpack.rest;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Bounds of what clients send as files.
 *
 * @param folder where bodies lie while they are looked at; ours alone
 * @param maxBytes longest body
 * @param atOnce most bodies at one time; {@code folder} never holds more than this times {@code
 *     maxBytes}
 * @param deadline longest time for a body to arrive
 * @param perMinute most bodies of one caller in a minute
 */
public record UploadSettings(
        Path folder, long maxBytes, int atOnce, Duration deadline, int perMinute) {

    public UploadSettings {
        if (maxBytes < 1
                || atOnce < 1
                || perMinute < 1
                || deadline.isNegative()
                || deadline.isZero()) {
            throw new IllegalArgumentException(
                    "bytes, number and time of uploads must be above 0: "
                            + maxBytes
                            + ", "
                            + atOnce
                            + ", "
                            + deadline
                            + ", "
                            + perMinute);
        }
    }
}
