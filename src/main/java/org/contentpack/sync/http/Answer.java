package org.contentpack.sync.http;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a site answered, read to its end.
 *
 * @param headers the last value of each, by name in any case
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {

    public Answer {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = Collections.unmodifiableMap(copy);
        body = body.clone();
    }

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public String toString() {
        return status + ", " + body.length + " bytes";
    }
}
