package org.contentpack.access;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where {@link AuditEntry}s are kept: only ever added to. Safe for use by several threads. */
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
     * Entries behind the given one, in order.
     *
     * @param pack only those about this pack
     * @param caller only those of this caller
     */
    List<Recorded> after(long sequence, int limit, Optional<String> pack, Optional<String> caller)
            throws IOException;
}
