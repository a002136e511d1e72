package org.contentpack.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The part of a list that one answer gives.
 *
 * @param limit most items, 1 to {@value #MAX_LIMIT}
 * @param after the key of the last item of the page before
 */
record Page(int limit, Optional<String> after) {

    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 200;

    /**
     * @throws ProblemException where a parameter is none that this server gives out
     */
    static Page of(Query query) {
        return of(query, DEFAULT_LIMIT);
    }

    /**
     * @param standard the limit where none is given
     * @throws ProblemException where a parameter is none that this server gives out
     */
    static Page of(Query query, int standard) {
        int limit =
                query.one("limit")
                        .map(
                                text -> {
                                    if (!text.matches("[1-9][0-9]{0,2}")
                                            || Integer.parseInt(text) > MAX_LIMIT) {
                                        throw ProblemException.malformed(
                                                "limit must be a number from 1 to "
                                                        + MAX_LIMIT
                                                        + ".");
                                    }
                                    return Integer.parseInt(text);
                                })
                        .orElse(standard);
        return new Page(limit, query.one("after").map(Page::decode));
    }

    /**
     * @throws ProblemException where the text is none that this server gives out
     */
    static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unknownCursor();
        }
    }

    static ProblemException unknownCursor() {
        return ProblemException.malformed(
                "after must be a value that an earlier page gave in its \"next\" link.");
    }

    /**
     * The items after the cursor.
     *
     * @param key of an item: unique in the list and the same in every answer
     * @param address of the list itself, without query
     */
    <T, A> ListAnswer<A> cut(
            List<T> all, Function<T, String> key, Function<T, A> answer, String address) {
        int from =
                after.map(
                                cursor -> {
                                    for (int i = 0; i < all.size(); i++) {
                                        if (key.apply(all.get(i)).equals(cursor)) {
                                            return i + 1;
                                        }
                                    }
                                    throw unknownCursor();
                                })
                        .orElse(0);
        int to = Math.min(all.size(), from + limit);
        Optional<String> next =
                to < all.size()
                        ? Optional.of(
                                address
                                        + "?limit="
                                        + limit
                                        + "&after="
                                        + encode(key.apply(all.get(to - 1))))
                        : Optional.empty();
        return new ListAnswer<>(all.subList(from, to).stream().map(answer).toList(), next);
    }

    static String encode(String key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
