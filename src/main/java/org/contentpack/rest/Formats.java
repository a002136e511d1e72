package org.contentpack.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contentpack.pack.Language;

/** The choice among the media types of one thing. */
final class Formats {

    static final String JSON = "application/json";
    static final String HTML = "text/html";

    /** The language of pages that are no article. */
    static final Language PAGE_LANGUAGE = new Language("en");

    private Formats() {}

    /** An id and the ending that names a media type by itself, as in {@code dehydration.json}. */
    record Named(String id, Optional<String> mediaType) {

        static Named parse(String segment) {
            int dot = segment.lastIndexOf('.');
            Optional<String> mediaType =
                    dot < 0 ? Optional.empty() : mediaType(segment.substring(dot + 1));
            return new Named(
                    mediaType.isPresent() ? segment.substring(0, dot) : segment, mediaType);
        }

        private static Optional<String> mediaType(String ending) {
            return switch (ending) {
                case "json" -> Optional.of(JSON);
                case "html" -> Optional.of(HTML);
                default -> Optional.empty();
            };
        }
    }

    /**
     * The media type to answer with.
     *
     * @param named by the address itself; it wins over what the client says it takes
     * @param variants what there is, the default first
     * @throws ProblemException where the client takes none of them
     */
    static String choose(
            Optional<String> named, HttpServletRequest request, List<Problem.Variant> variants) {
        List<String> offers = variants.stream().map(Problem.Variant::mediaType).toList();
        return named.or(() -> Accept.of(Preferences.of(request).accept()).best(offers))
                .orElseThrow(
                        () ->
                                new ProblemException(
                                        Problem.notAcceptable(
                                                "What is here can be had as: "
                                                        + offers.stream()
                                                                .collect(Collectors.joining(", "))
                                                        + ".",
                                                variants)));
    }
}
