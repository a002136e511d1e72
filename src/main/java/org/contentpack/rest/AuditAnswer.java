package org.contentpack.rest;

import java.time.Instant;
import java.util.Optional;
import org.contentpack.access.AuditLog;

/** The wire shape of one entry of the audit log; {@code docs/api/audit.json}. */
record AuditAnswer(
        long sequence,
        Instant at,
        Optional<String> caller,
        String client,
        String action,
        Optional<String> pack,
        Optional<String> version,
        Optional<String> digest,
        int status,
        Optional<String> problem,
        String request) {

    static AuditAnswer of(AuditLog.Recorded recorded) {
        return new AuditAnswer(
                recorded.sequence(),
                recorded.entry().at(),
                recorded.entry().caller(),
                recorded.entry().client(),
                recorded.entry().action(),
                recorded.entry().pack(),
                recorded.entry().version(),
                recorded.entry().digest(),
                recorded.entry().status(),
                recorded.entry().problem(),
                recorded.entry().request());
    }
}
