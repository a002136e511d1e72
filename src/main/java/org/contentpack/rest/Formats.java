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

    /**
     * True where a page is wanted of what can be had as JSON or as a page, at one address.
     *
     * @throws ProblemException where the client takes neither
     */
    static boolean isPage(HttpServletRequest request, String address) {
        return choose(
                        Optional.empty(),
                        request,
                        List.of(
                                new Problem.Variant(JSON, address),
                                new Problem.Variant(HTML, address)))
                .equals(HTML);
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
