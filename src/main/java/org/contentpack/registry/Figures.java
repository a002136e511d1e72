package org.contentpack.registry;

import java.util.Map;

/**
 * What a registry has counted since it was made, for those who watch the server.
 *
 * @param publications by outcome: {@code published}, {@code unchanged}, {@code version-taken},
 *     {@code not-allowed}, {@code refused}, {@code failed}
 * @param findings of publications by the rule's code
 */
public record Figures(
        Map<String, Long> publications,
        Map<String, Long> findings,
        CacheFigures releases,
        CacheFigures articles) {

    public Figures {
        publications = Map.copyOf(publications);
        findings = Map.copyOf(findings);
    }

    /** Look-ups of a cache by whether it had what was asked for. */
    public record CacheFigures(long hits, long misses) {}
}
