package org.contentpack.render;

import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.version.Version;

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

        /** None where there is one version only; a list, as templates know no other absence. */
        public List<Timeline> timeline() {
            return versions.size() > 1 ? List.of(Timeline.of(versions)) : List.of();
        }
    }

    /**
     * The versions of a card as a line, oldest at its start: beside the list of them, which says
     * the same in words.
     */
    public record Timeline(int width, int end, List<Point> points) {

        private static final int STEP = 36;
        private static final int EDGE = 12;
        private static final int LARGEST = 8;

        public Timeline {
            points = List.copyOf(points);
        }

        /** A dot, larger for a larger step. */
        public record Point(int x, int r, String kind) {}

        /**
         * @param versions highest first
         */
        static Timeline of(List<CardVersion> versions) {
            List<Point> points = new ArrayList<>();
            Optional<Version> before = Optional.empty();
            for (int i = versions.size() - 1; i >= 0; i--) {
                Version version = new Version(versions.get(i).version());
                int radius = before.map(b -> radius(b, version)).orElse(LARGEST);
                String kind =
                        versions.get(i).latest()
                                ? "latest"
                                : version.isStable() ? "stable" : "unstable";
                points.add(new Point(EDGE + STEP * points.size(), radius, kind));
                before = Optional.of(version);
            }
            int width = 2 * EDGE + STEP * (points.size() - 1);
            return new Timeline(width, width - EDGE, points);
        }

        private static int radius(Version before, Version version) {
            if (version.major() != before.major()) {
                return LARGEST;
            }
            return version.minor() == before.minor() ? 4 : 6;
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
