package org.contentpack.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything in a plain read that its answer may depend on: requests with the same key get the same
 * answer. What the address says already is left out, so that browsers with other preferences share
 * the answers of addresses that name a format and a language.
 *
 * <p>Safe for use by several threads.
 */
final class ReadyKey {

    /** Below it are the packs. */
    static final String PREFIX = "/api/packs/";

    /** Fields by which a request asks for more than a plain read, or with other eyes. */
    private static final List<String> SPECIAL =
            List.of("Authorization", "Range", "Accept-Datetime", "If-Match", "Transfer-Encoding");

    /** Longer keys would let few requests fill the memory. */
    private static final int MAX_LENGTH = 2_000;

    private static final String ARTICLES = "/articles/";

    private static final List<String> ENDINGS = ArticleFormat.endings();

    private static final Pattern LANGUAGE = Pattern.compile("(?:^|&)lang=");

    /** What clients write in {@code Accept-Encoding} is the same again and again. */
    private final Cache<String, String> codings = Caffeine.newBuilder().maximumSize(200).build();

    /** The request's key; empty where it is no plain read of something about packs. */
    Optional<String> of(HttpServletRequest request) {
        String method = request.getMethod();
        String path = request.getRequestURI();
        if (!path.startsWith(PREFIX)
                || !(method.equals("GET") || method.equals("HEAD"))
                || request.getContentLengthLong() > 0) {
            return Optional.empty();
        }
        for (String name : SPECIAL) {
            if (request.getHeader(name) != null) {
                return Optional.empty();
            }
        }
        String query = request.getQueryString();
        boolean namesFormat = namesFormat(path);
        String key =
                path
                        + "?"
                        + query
                        + "\n"
                        + coding(Preferences.joined(request, "Accept-Encoding"))
                        + "\n"
                        + (namesFormat ? "" : accept(Preferences.joined(request, "Accept")))
                        + "\n"
                        + (namesFormat && query != null && LANGUAGE.matcher(query).find()
                                ? ""
                                : Preferences.joined(request, "Accept-Language"));
        return key.length() > MAX_LENGTH ? Optional.empty() : Optional.of(key);
    }

    /** Whether it is an article's or a section's address with a format's ending. */
    private static boolean namesFormat(String path) {
        if (!path.contains(ARTICLES)) {
            return false;
        }
        for (String ending : ENDINGS) {
            if (path.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /** No preference is that for anything. */
    private static String accept(@Nullable String field) {
        return field == null ? "*/*" : field;
    }

    private String coding(@Nullable String accepted) {
        return accepted == null
                ? ContentCoding.IDENTITY.token()
                : codings.get(
                        accepted,
                        text ->
                                AcceptEncoding.choose(text, ContentCoding.of(Integer.MAX_VALUE))
                                        .token());
    }
}
