package org.contentpack.access;

import java.time.Instant;
import java.util.Optional;

/**
 * One request that needed a scope, allowed or not.
 *
 * @param at by the server's clock
 * @param caller the name of the credential; empty where none was accepted
 * @param client the address that the request came from
 * @param action method and path, at most {@value #MAX_TEXT} characters
 * @param pack what it was about, as far as that is known
 * @param digest of the release that it made or met
 * @param status of the answer
 * @param problem the last part of the problem's type, where the answer is one
 * @param request the id of the request, which stands in the log and in the answer too
 */
public record AuditEntry(
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

    /** Longest text of a member in characters; longer ones are cut. */
    public static final int MAX_TEXT = 300;

    public AuditEntry {
        action = cut(action);
        client = cut(client);
        pack = pack.map(AuditEntry::cut);
        version = version.map(AuditEntry::cut);
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }
}
