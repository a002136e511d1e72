package org.contentpack.rest;

import java.util.List;
import java.util.Optional;
import org.contentpack.pack.Language;

/**
 * Ready bytes, in no coding, with all that a client has to know of them.
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
}
