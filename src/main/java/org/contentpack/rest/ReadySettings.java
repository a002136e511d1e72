package org.contentpack.rest;

/**
 * Bound of {@link ReadyAnswers}.
 *
 * @param bytes that may be kept; 0 keeps nothing
 */
public record ReadySettings(long bytes) {

    private static final long MEGABYTE = 1L << 20;

    public ReadySettings {
        if (bytes < 0) {
            throw new IllegalArgumentException("ready answers must have 0 bytes or more: " + bytes);
        }
    }

    public static ReadySettings ofMegabytes(long megabytes) {
        return new ReadySettings(Math.multiplyExact(megabytes, MEGABYTE));
    }
}
