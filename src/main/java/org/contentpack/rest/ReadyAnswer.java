package org.contentpack.rest;

import java.util.List;
import java.util.Optional;

/**
 * An answer as it left a resource, to be given again, against {@link Representation}, which is what
 * it was made of.
 *
 * @param route of the resource that gave it, for the figures
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared and never changed: bytes to be sent.
record ReadyAnswer(
        int status, List<Field> fields, byte[] body, Optional<String> tag, String route) {

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
