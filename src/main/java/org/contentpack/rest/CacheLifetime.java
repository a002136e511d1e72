package org.contentpack.rest;

/**
 * How long an answer may be kept by whoever keeps it.
 *
 * <p>Withdrawn texts must be gone from honest caches within five minutes, so nothing that carries
 * text is kept longer; only bytes named by their digest are {@code immutable}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2">RFC 9111, section 5.2.2</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8246">RFC 8246, immutable</a>
 */
enum CacheLifetime {
    /** Bytes by digest. */
    BLOB("public, max-age=31536000, immutable"),
    /** Exact versions. */
    RELEASE("public, max-age=300, stale-if-error=3600"),
    /** Lists, and addresses whose choice may fall on another release later. */
    MOVING("public, max-age=60"),
    /** What may be different at the next look, and must not be missed. */
    LIVE("no-cache"),
    /** Problems. */
    NONE("no-store");

    private final String header;

    CacheLifetime(String header) {
        this.header = header;
    }

    String header() {
        return header;
    }
}
