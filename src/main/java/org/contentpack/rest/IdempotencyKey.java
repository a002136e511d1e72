package org.contentpack.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name that a client gives to one request, so that it may send it again: a structured string
 * ({@code "…"}), or the same without quotes where it holds nothing that would need them.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The
 *     Idempotency-Key HTTP Header Field</a>
 */
record IdempotencyKey(String text) {

    private static final String HEADER = "Idempotency-Key";

    /** Without the two characters that a structured string has to escape. */
    private static final Pattern FORM =
            Pattern.compile("\"([\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]{1,255})\"|([\\w.:~-]{1,255})");

    /**
     * The key of a request; empty where it has none.
     *
     * @throws ProblemException where it has several, or one that cannot be read
     */
    static Optional<IdempotencyKey> of(HttpServletRequest request) {
        List<String> fields = Collections.list(request.getHeaders(HEADER));
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(fields.get(0).strip());
        if (fields.size() > 1 || !matcher.matches()) {
            throw ProblemException.malformed(
                    HEADER
                            + " must be one text in double quotes, of 1 to 255 printable ASCII"
                            + " characters without quotes and backslashes.");
        }
        return Optional.of(
                new IdempotencyKey(
                        Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.group(2))));
    }
}
