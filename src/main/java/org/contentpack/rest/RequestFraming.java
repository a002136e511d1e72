package org.contentpack.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether everybody on a request's way agrees where it ends and whom it is for. The container takes
 * much that contradicts itself; a proxy in front may take it otherwise, and then one client's body
 * is the next client's request. What the container mends before it shows the request, such as a
 * length beside a transfer coding, cannot be seen here; it closes the connection then.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-6.3">RFC 9112, section 6.3</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-3.2">RFC 9112, section 3.2, Host</a>
 */
final class RequestFraming {

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private RequestFraming() {}

    /** What is wrong, in words; empty where nothing is. */
    static Optional<String> defect(HttpServletRequest request) {
        List<String> lengths = Collections.list(request.getHeaders("Content-Length"));
        List<String> codings = Collections.list(request.getHeaders("Transfer-Encoding"));
        if (lengths.size() > 1 || !lengths.stream().allMatch(v -> LENGTH.matcher(v).matches())) {
            return Optional.of("Content-Length must be there once and be a number");
        }
        if (codings.size() > 1 || !codings.stream().allMatch(v -> lower(v).equals("chunked"))) {
            return Optional.of("Transfer-Encoding must be there once and be \"chunked\"");
        }
        int hosts = Collections.list(request.getHeaders("Host")).size();
        return hosts == 1 || (hosts == 0 && request.getProtocol().equals("HTTP/1.0"))
                ? Optional.empty()
                : Optional.of("Host must be there once");
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
