package org.contentpack.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.SectionKind;
import org.contentpack.pack.Tag;
import org.contentpack.search.Cursor;
import org.contentpack.search.SearchRequest.Filters;
import org.contentpack.search.SearchWords;
import org.contentpack.version.Selector;

/**
 * The parameters of a search as they were sent.
 *
 * @param selector of a release of the pack
 */
record SearchParameters(
        SearchWords words,
        Optional<PackId> pack,
        Optional<Selector> selector,
        Filters filters,
        int limit,
        Optional<Cursor> after) {

    /** Fewer than in other lists: people read them. */
    static final int DEFAULT_LIMIT = 10;

    /**
     * @throws ProblemException where a parameter has no meaning here
     */
    static SearchParameters of(Query query) {
        Page page = Page.of(query, DEFAULT_LIMIT);
        SearchParameters parameters =
                new SearchParameters(
                        words(query),
                        one(query, "pack", PackId::parse, "the id of a pack"),
                        one(query, "version", Selector::parse, "a version, range or channel"),
                        new Filters(
                                one(query, "tag", Tag::parse, "a tag such as \"leg-cramps\""),
                                one(
                                        query,
                                        "kind",
                                        SectionKind::parse,
                                        "a kind of section such as \"cause\""),
                                one(
                                        query,
                                        "lang",
                                        Language::parse,
                                        "a language tag such as \"en\"")),
                        page.limit(),
                        page.after().map(a -> Cursor.parse(a).orElseThrow(Page::unknownCursor)));
        if (parameters.selector.isPresent() && parameters.pack.isEmpty()) {
            throw ProblemException.malformed("version needs a pack: say which with pack=.");
        }
        return parameters;
    }

    private static SearchWords words(Query query) {
        return query.one("q")
                .flatMap(SearchWords::parse)
                .orElseThrow(
                        () ->
                                ProblemException.malformed(
                                        "q must hold a word to look for: at most "
                                                + SearchWords.MAX_UNITS
                                                + " words and phrases in "
                                                + SearchWords.MAX_LENGTH
                                                + " characters."));
    }

    private static <T> Optional<T> one(
            Query query, String name, Function<String, Optional<T>> parse, String required) {
        return query.one(name)
                .map(
                        text ->
                                parse.apply(text)
                                        .orElseThrow(
                                                () ->
                                                        ProblemException.malformed(
                                                                name
                                                                        + " must be "
                                                                        + required
                                                                        + ".")));
    }

    /** The query of the page that begins behind a hit; of the former ones, what has a meaning. */
    String next(Query query, Cursor cursor) {
        StringBuilder next = new StringBuilder("?q=").append(encode(words.text()));
        for (String name : new String[] {"pack", "version", "tag", "kind", "lang"}) {
            query.one(name)
                    .ifPresent(
                            value ->
                                    next.append('&')
                                            .append(name)
                                            .append('=')
                                            .append(encode(value)));
        }
        return next.append("&limit=")
                .append(limit)
                .append("&after=")
                .append(Page.encode(cursor.toString()))
                .toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
