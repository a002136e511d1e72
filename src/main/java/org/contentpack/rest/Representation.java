package org.contentpack.rest;

import java.util.List;
import java.util.Optional;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Language;

/**
 * Ready bytes with all that a client has to know of them.
 *
 * @param mediaType with its charset where it is text
 * @param links values of {@code Link} headers
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared and never changed: bytes to be sent.
record Representation(
        byte[] bytes,
        String mediaType,
        Optional<Language> language,
        CacheLifetime lifetime,
        List<String> links,
        Optional<String> contentLocation) {

    static final String JSON = "application/json";
    static final String HTML = "text/html;charset=utf-8";

    /** The name of exactly these bytes: a strong validator (RFC 9110, section 8.8.1). */
    Digest digest() {
        return Digest.of(bytes);
    }
}
