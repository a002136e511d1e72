package org.contentpack.rest;

import java.util.List;
import java.util.Optional;
import org.contentpack.pack.PackId;

/**
 * An answer to be given again as it was, against {@link Representation}, which is what it was made
 * of.
 *
 * @param route of the resource that gave it, for the figures
 * @param sequence of the pack's history that it was made of
 * @param epochDay of the day that it was made for: a review is overdue from a day on
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared and never changed: bytes to be sent.
record ReadyAnswer(
        int status,
        List<Field> fields,
        byte[] body,
        Optional<String> tag,
        String route,
        PackId pack,
        long sequence,
        long epochDay) {

    /** What an entry costs in memory beside its body. */
    private static final int OVERHEAD = 1_500;

    ReadyAnswer {
        fields = List.copyOf(fields);
    }

    /** A header field. */
    record Field(String name, String value) {}

    int weight() {
        return body.length + OVERHEAD;
    }
}
