package org.contentpack.access;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where {@link AuditEntry}s are kept: only ever added to, and emptied from its old end where the
 * server is told to. Safe for use by several threads.
 */
public interface AuditLog {

    /** An entry and its place in the order of all, from 1. */
    record Recorded(long sequence, AuditEntry entry) {}

    /**
     * Keeps an entry.
     *
     * @throws IOException where it cannot be kept
     */
    void add(AuditEntry entry) throws IOException;

    /**
     * Which entries are asked for; an empty member leaves none out.
     *
     * @param pack only those about this pack
     * @param caller only those of this caller
     * @param since only those of this moment or later
     * @param until only those before this moment
     */
    record Filter(
            Optional<String> pack,
            Optional<String> caller,
            Optional<Instant> since,
            Optional<Instant> until) {

        /** Every entry. */
        public static final Filter ALL =
                new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Entries behind the given one, in order. */
    List<Recorded> after(long sequence, int limit, Filter filter) throws IOException;

    /**
     * Deletes the entries of before a moment. Numbers are not used again.
     *
     * @return how many there were
     */
    int deleteBefore(Instant moment) throws IOException;
}
