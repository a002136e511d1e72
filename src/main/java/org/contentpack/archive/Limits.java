package org.contentpack.archive;

/**
 * How much a pack may hold. Each bound protects a reader's memory, disk or time.
 *
 * @param archiveBytes length of a zip as sent
 * @param entries files and folders of a pack
 * @param entryBytes length of one file
 * @param totalBytes sum of all files' lengths
 * @param ratio bytes of a file for each of its compressed bytes, for files above 1 MiB
 * @param manifestBytes length of {@code pack.yaml}
 * @param articleBytes length of one article's file
 */
public record Limits(
        long archiveBytes,
        int entries,
        long entryBytes,
        long totalBytes,
        int ratio,
        long manifestBytes,
        long articleBytes) {

    public Limits {
        for (long bound :
                new long[] {
                    archiveBytes,
                    entries,
                    entryBytes,
                    totalBytes,
                    ratio,
                    manifestBytes,
                    articleBytes
                }) {
            if (bound < 0) {
                throw new IllegalArgumentException("every limit must be at least 0: " + bound);
            }
        }
    }

    /** Generous for a publisher, small for a server. */
    public static final Limits DEFAULT =
            new Limits(256L << 20, 30_000, 64L << 20, 512L << 20, 200, 8L << 20, 512L << 10);
}
