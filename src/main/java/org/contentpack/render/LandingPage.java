package org.contentpack.render;

import com.samskivert.mustache.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The server's first page: which packs there are, their versions, and where to go from here. */
public final class LandingPage {

    private static final Template TEMPLATE = Templates.load("landing");

    private LandingPage() {}

    /**
     * One pack on the page.
     *
     * @param article address of its first article at the latest release; empty where it has none
     * @param versions the highest ones, highest first
     * @param more address of the list of all versions; empty where these are all
     */
    public record Card(
            String id,
            String title,
            String summary,
            String language,
            String article,
            List<String> languages,
            boolean unreviewed,
            List<CardVersion> versions,
            String more) {
        public Card {
            languages = List.copyOf(languages);
            versions = List.copyOf(versions);
        }
    }

    /**
     * One release on a card.
     *
     * @param since the day from which it is there
     */
    public record CardVersion(String version, String since, String url, boolean latest) {}

    /**
     * The page.
     *
     * @param next address of the page with the packs behind these
     * @param search where the search form leads
     * @param refused packs that came with the server and were refused, each in a sentence
     */
    public static String html(
            List<Card> packs,
            Optional<String> next,
            List<String> refused,
            String stylesheet,
            String search) {
        return TEMPLATE.execute(
                Map.of(
                        "stylesheet",
                        stylesheet,
                        "search",
                        search,
                        "hasPacks",
                        !packs.isEmpty(),
                        "packs",
                        packs,
                        "next",
                        next.orElse(""),
                        "hasRefused",
                        !refused.isEmpty(),
                        "refused",
                        refused));
    }
}
