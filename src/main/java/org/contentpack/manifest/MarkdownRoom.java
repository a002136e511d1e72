package org.contentpack.manifest;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Bounds how many characters of Markdown are parsed at once, by the heap: a text of nothing but
 * marks becomes a tree of several hundred times its length, and eight such uploads at once ended
 * requests for want of memory in a heap of 256 MB. Texts of usual length never wait.
 *
 * <p>Safe for use by several threads; first come, first served.
 */
final class MarkdownRoom {

    /** Of heap, for a character of the worst text, roughly and in bytes. */
    private static final long BYTES_PER_CHARACTER = 200;

    /** Characters whose trees fit into half of the heap. */
    private static final int CHARACTERS =
            (int)
                    Math.min(
                            Integer.MAX_VALUE,
                            Runtime.getRuntime().maxMemory() / 2 / BYTES_PER_CHARACTER);

    private static final Semaphore FREE = new Semaphore(CHARACTERS, true);

    private MarkdownRoom() {}

    /** Does the work once there is room for it; a text that is longer than all has it alone. */
    static <T> T with(int characters, Supplier<T> work) {
        int taken = Math.min(characters, CHARACTERS);
        FREE.acquireUninterruptibly(taken);
        try {
            return work.get();
        } finally {
            FREE.release(taken);
        }
    }
}
