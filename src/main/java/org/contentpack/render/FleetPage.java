package org.contentpack.render;

import com.samskivert.mustache.Template;
import java.util.List;
import java.util.Map;

/** Where articles stand, what is due there, and what happened to one of them. */
public final class FleetPage {

    private static final Template TEMPLATE = Templates.load("fleet");
    private static final Template HISTORY = Templates.load("history");

    private FleetPage() {}

    /**
     * Something that somebody should look at.
     *
     * @param kind {@code emergency}, {@code urgent} or {@code routine}
     */
    public record Mark(String kind, String label, String text) {}

    /**
     * One article at one target.
     *
     * @param status who could see it when the CMS was last read, in words; empty where nobody knows
     */
    public record Line(
            String target,
            String pack,
            String article,
            String language,
            String version,
            String latest,
            String state,
            String status,
            String contact,
            String historyUrl,
            List<Mark> marks) {
        public Line {
            marks = List.copyOf(marks);
        }
    }

    /** How many articles something is due at. */
    public record Count(String label, int number) {}

    /** What the list is narrowed to, as the form has it. */
    public record Filter(String target, String pack, String article, String before, boolean due) {}

    public static String html(Frame frame, Filter filter, List<Count> counts, List<Line> lines) {
        Map<String, Object> model = frame.model("Where articles stand");
        model.put("filter", filter);
        model.put("counts", counts);
        model.put("lines", lines);
        model.put("hasLines", !lines.isEmpty());
        return TEMPLATE.execute(model);
    }

    /** What one run did to the article. */
    public record Event(
            String at,
            String target,
            String language,
            String version,
            String says,
            String message,
            String run,
            String caller) {}

    /** Where the article stands now, and which run brought which version there. */
    public static String history(
            Frame frame, String pack, String article, List<Line> lines, List<Event> events) {
        Map<String, Object> model = frame.model(article);
        model.put("pack", pack);
        model.put("lines", lines);
        model.put("hasLines", !lines.isEmpty());
        model.put("events", events);
        model.put("hasEvents", !events.isEmpty());
        return HISTORY.execute(model);
    }
}
