package org.contentpack.access;

import java.util.Optional;
import org.contentpack.pack.Digest;

/**
 * What a caller was answered to a request that carried a key of its own.
 *
 * @param caller the name of the credential
 * @param key that the caller chose for this one request
 * @param request over everything that makes the request another one: method, address, body
 * @param status of the answer
 * @param location the answer's {@code Location}, where it had one
 * @param body the answer's JSON
 */
public record RememberedAnswer(
        String caller,
        String key,
        Digest request,
        int status,
        Optional<String> location,
        String body) {}
