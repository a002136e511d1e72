package org.contentpack.rest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.Language;
import org.jspecify.annotations.Nullable;

/**
 * The choice among an article's languages: {@code ?lang=} decides, else {@code Accept-Language},
 * else the pack's own language.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4647#section-3.4">RFC 4647, section 3.4,
 *     Lookup</a>
 */
final class Languages {

    /**
     * Longest {@code Accept-Language} in characters; a longer one is no preference. The platform's
     * parser takes time that grows with the square of its length.
     */
    private static final int MAX_PREFERENCE = 1_000;

    private Languages() {}

    /**
     * @param translations the pack's own language first, not empty
     * @throws ProblemException where {@code ?lang=} is no language, or one that is not there
     */
    static ArticleHead choose(
            List<ArticleHead> translations, Query query, @Nullable String acceptLanguage) {
        return query.one("lang")
                .map(text -> named(translations, text))
                .or(() -> accepted(translations, acceptLanguage))
                .orElse(translations.get(0));
    }

    private static ArticleHead named(List<ArticleHead> translations, String text) {
        Language language =
                Language.parse(text)
                        .orElseThrow(
                                () ->
                                        ProblemException.malformed(
                                                "lang must be a language tag such as \"en\"."));
        return find(translations, language.tag())
                .orElseThrow(
                        () ->
                                ProblemException.notFound(
                                        "This article is not there in \""
                                                + language
                                                + "\"; it is there in: "
                                                + translations.stream()
                                                        .map(a -> a.language().tag())
                                                        .collect(Collectors.joining(", "))
                                                + "."));
    }

    private static Optional<ArticleHead> accepted(
            List<ArticleHead> translations, @Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > MAX_PREFERENCE) {
            return Optional.empty();
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage);
            List<String> tags = translations.stream().map(a -> a.language().tag()).toList();
            return Optional.ofNullable(Locale.lookupTag(ranges, tags))
                    .flatMap(tag -> find(translations, tag));
        } catch (IllegalArgumentException e) {
            // What a client prefers in a form that cannot be read is no preference.
            return Optional.empty();
        }
    }

    /** Tags are matched ignoring case: the look-up gives them in lower case. */
    private static Optional<ArticleHead> find(List<ArticleHead> translations, String tag) {
        return translations.stream()
                .filter(a -> a.language().tag().equalsIgnoreCase(tag))
                .findFirst();
    }
}
