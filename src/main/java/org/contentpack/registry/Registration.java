package org.contentpack.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.contentpack.pack.Digest;
import org.contentpack.pack.ReleaseId;

/**
 * The registry's entry for one release, against {@link org.contentpack.pack.Release}, its content.
 *
 * @param digest the release digest
 * @param archiveDigest of the canonical archive's bytes
 * @param archiveBytes the canonical archive's length
 * @param sequence place in the order of all registrations, from 1, never a clock
 * @param datetime the release's Memento-Datetime: the day it was released, or one second after the
 *     release of the same pack that was registered before it, whichever is later
 */
public record Registration(
        ReleaseId id,
        Digest digest,
        Digest archiveDigest,
        long archiveBytes,
        long sequence,
        Instant datetime) {

    /**
     * The datetime of a release that is registered behind another.
     *
     * @param before the datetime of the same pack's registration with the highest sequence
     */
    public static Instant datetime(LocalDate released, Optional<Instant> before) {
        Instant day = released.atStartOfDay(ZoneOffset.UTC).toInstant();
        return before.map(b -> b.plusSeconds(1)).filter(next -> next.isAfter(day)).orElse(day);
    }
}
