package org.contentpack.purge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.ConnectorException.Kind;
import org.contentpack.sync.http.Answer;
import org.contentpack.sync.http.Call;
import org.contentpack.sync.http.SiteHttp;

/**
 * One configured cache in front of this server, and how it is told to forget.
 *
 * @param method such as {@code POST} or {@code PURGE}
 * @param keys where it looks for the keys
 * @param headers fields that go along as they are, such as the one with the secret
 * @param http calls to it
 */
public record CacheInFront(
        CacheName name, String method, KeyPlace keys, Map<String, String> headers, SiteHttp http) {

    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");

    /** Most keys in one request; what the strictest of the known caches takes. */
    static final int MOST_KEYS = 30;

    public CacheInFront {
        headers = Map.copyOf(headers);
        if (!METHOD.matcher(method).matches()) {
            throw new IllegalArgumentException(
                    "method must be in upper-case letters: \"" + method + "\"");
        }
    }

    /** Tells it to forget; done where the method returns. */
    void forget(List<SurrogateKey> all) throws ConnectorException {
        for (int from = 0; from < all.size(); from += MOST_KEYS) {
            List<SurrogateKey> some = all.subList(from, Math.min(all.size(), from + MOST_KEYS));
            Map<String, String> fields = new HashMap<>(headers);
            fields.putAll(keys.headers(some));
            Answer answer = http.send(new Call(method, "", fields, keys.body(some)));
            if (!answer.isSuccess()) {
                throw new ConnectorException(
                        Kind.REFUSED,
                        "The cache refused to forget (" + answer.status() + ").",
                        "Look at its address, method and secret.");
            }
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return name + " at " + http.site();
    }
}
