package org.contentpack.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
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
        if (!isOnce(request, "Content-Length", v -> LENGTH.matcher(v).matches())) {
            return Optional.of("Content-Length must be there once and be a number");
        }
        if (!isOnce(request, "Transfer-Encoding", v -> lower(v).equals("chunked"))) {
            return Optional.of("Transfer-Encoding must be there once and be \"chunked\"");
        }
        boolean mayLack = request.getProtocol().equals("HTTP/1.0");
        return (request.getHeader("Host") != null || mayLack)
                        && isOnce(request, "Host", host -> true)
                ? Optional.empty()
                : Optional.of("Host must be there once");
    }

    /** True where a field is there once and right, or not at all. */
    private static boolean isOnce(
            HttpServletRequest request, String name, Predicate<String> isRight) {
        Enumeration<String> values = request.getHeaders(name);
        return !values.hasMoreElements()
                || (isRight.test(values.nextElement()) && !values.hasMoreElements());
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
