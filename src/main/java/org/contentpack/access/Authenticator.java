package org.contentpack.access;

import java.util.Optional;

/**
 * Tells callers apart by what they send. Safe for use by several threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750, Bearer Token Usage</a>
 */
public interface Authenticator {

    /**
     * Looks at one request's credential.
     *
     * @param authorization the value of the field {@code Authorization}
     * @param client who the request came from, as far as the network tells: failures are counted by
     *     it
     */
    Authentication authenticate(Optional<String> authorization, String client);
}
