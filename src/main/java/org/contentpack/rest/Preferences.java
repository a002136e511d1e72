package org.contentpack.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * What a client likes best, as it said it. The framework answers a field that it cannot read with a
 * fault of its own and therefore never sees these; here what cannot be read is no preference.
 *
 * @param accept fields {@code Accept} joined by commas; null where there is none
 * @param acceptLanguage fields {@code Accept-Language} likewise
 * @param acceptEncoding fields {@code Accept-Encoding} likewise
 */
record Preferences(
        @Nullable String accept, @Nullable String acceptLanguage, @Nullable String acceptEncoding) {

    private static final String ATTRIBUTE = Preferences.class.getName();

    /** Keeps what the request says for {@link #of}. */
    static void keep(HttpServletRequest request) {
        request.setAttribute(
                ATTRIBUTE,
                new Preferences(
                        joined(request, "Accept"),
                        joined(request, "Accept-Language"),
                        joined(request, "Accept-Encoding")));
    }

    static Preferences of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Preferences kept) {
            return kept;
        }
        throw new IllegalStateException("every request must pass the filter of its target");
    }

    /** Several fields of one name are one list (RFC 9110, section 5.3). */
    static @Nullable String joined(HttpServletRequest request, String name) {
        Enumeration<String> values = request.getHeaders(name);
        if (!values.hasMoreElements()) {
            return null;
        }
        String first = values.nextElement();
        return values.hasMoreElements()
                ? first + "," + String.join(",", Collections.list(values))
                : first;
    }
}
