package org.contentpack.rest;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.contentpack.purge.SurrogateKey;

/**
 * The field in which answers bear their keys. Each maker of caches has a name of its own for it;
 * some part the keys by commas.
 *
 * @param name such as {@code Surrogate-Key} or {@code Cache-Tag}
 */
public record SurrogateField(String name) {

    private static final Set<String> WITH_COMMAS = Set.of("cache-tag", "edge-cache-tag");

    public SurrogateField {
        if (!name.matches("[A-Za-z][A-Za-z0-9-]{0,59}")) {
            throw new IllegalArgumentException(
                    "CONTENTPACK_SURROGATE_FIELD must be the name of a header field");
        }
    }

    String value(List<SurrogateKey> keys) {
        String between = WITH_COMMAS.contains(name.toLowerCase(Locale.ROOT)) ? "," : " ";
        return keys.stream().map(SurrogateKey::value).collect(Collectors.joining(between));
    }
}
