package org.contentpack.app;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import org.contentpack.access.AuditLog;

/**
 * How long entries of the audit log are kept. Without such a rule nothing is ever deleted.
 *
 * @param age of the oldest entry that stays
 */
record AuditRetention(Duration age) {

    private static final Logger LOG = System.getLogger(AuditRetention.class.getName());

    AuditRetention {
        if (age.toDays() < 1) {
            throw new IllegalArgumentException(
                    "CONTENTPACK_AUDIT_DAYS must be a number of days from 1");
        }
    }

    static AuditRetention ofDays(int days) {
        return new AuditRetention(Duration.ofDays(days));
    }

    /** Deletes what is older, or tries again at the next call. */
    void apply(AuditLog log, InstantSource clock) {
        try {
            int deleted = log.deleteBefore(clock.instant().minus(age));
            if (deleted > 0) {
                LOG.log(
                        Level.INFO,
                        "{0} audit entries older than {1} days were deleted",
                        deleted,
                        age.toDays());
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "old audit entries cannot be deleted", e);
        }
    }
}
