package org.contentpack.render;

import com.samskivert.mustache.Template;
import java.util.List;
import java.util.Map;
import org.contentpack.pack.Language;

/** What a search found, as an HTML document, with the form to look for something else. */
public final class SearchPage {

    private static final Template TEMPLATE = Templates.load("search");

    private SearchPage() {}

    /** A stretch of an excerpt; marked where it is a word that was looked for. */
    public record Stretch(String text, boolean match) {
        public boolean plain() {
            return !match;
        }
    }

    /**
     * One hit.
     *
     * @param heading of the section; empty for an article as a whole
     * @param unsafe whether it is a translation that lacks a safety change of its source
     * @param withdrawn why it should no longer be used; empty where it is in use
     */
    public record Line(
            String title,
            String heading,
            String url,
            Language language,
            String release,
            List<Stretch> excerpt,
            boolean unreviewed,
            boolean stale,
            boolean unsafe,
            String withdrawn) {
        public Line {
            excerpt = List.copyOf(excerpt);
        }

        /** In English, which this page is written in. */
        public String languageName() {
            return ReleasePage.languageName(language);
        }
    }

    /** A parameter that the form sends again. */
    public record Field(String name, String value) {}

    /**
     * The page.
     *
     * @param action where the form leads
     * @param next address of the next page; empty on the last
     */
    public record View(
            String home,
            String stylesheet,
            String action,
            String words,
            List<Field> fields,
            List<Line> lines,
            String next) {
        public View {
            fields = List.copyOf(fields);
            lines = List.copyOf(lines);
        }

        public boolean found() {
            return !lines.isEmpty();
        }

        public boolean narrowed() {
            return !fields.isEmpty();
        }
    }

    /** Fields by name. */
    public static List<Field> fields(Map<String, String> values) {
        return values.entrySet().stream().map(e -> new Field(e.getKey(), e.getValue())).toList();
    }

    public static String html(View view) {
        return TEMPLATE.execute(view);
    }
}
