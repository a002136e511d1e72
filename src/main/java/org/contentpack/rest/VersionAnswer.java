package org.contentpack.rest;

import java.time.Instant;
import java.time.LocalDate;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
import org.contentpack.version.Version;

/** The wire shape of a release in the list of versions; {@code docs/api/version.json}. */
record VersionAnswer(
        PackId pack,
        Version version,
        Digest digest,
        LocalDate released,
        Instant datetime,
        long sequence,
        StatusAnswer status,
        String url) {}
