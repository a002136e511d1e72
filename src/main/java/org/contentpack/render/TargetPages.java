package org.contentpack.render;

import com.samskivert.mustache.Template;
import java.util.List;
import java.util.Map;

/** The targets, and one of them with what can be done there. */
public final class TargetPages {

    private static final Template ALL = Templates.load("targets");
    private static final Template ONE = Templates.load("target");

    private TargetPages() {}

    /**
     * A target in the list.
     *
     * @param attention what is due there, in words; empty where nothing is
     */
    public record Card(
            String name,
            String kind,
            String site,
            String policy,
            List<String> packs,
            List<String> attention) {
        public Card {
            packs = List.copyOf(packs);
            attention = List.copyOf(attention);
        }
    }

    /**
     * One thing that was looked at.
     *
     * @param state {@code fine}, {@code warning} or {@code missing}
     */
    public record Point(String state, String label, String message, String hint) {}

    /** A plan in a list. */
    public record PlanLine(String id, String pack, String to, String created, String says) {}

    /** A run in a list. */
    public record RunLine(String id, String says, String started, String caller) {}

    /** An item that was changed by hand. */
    public record DriftLine(String article, String language, String says, String editUrl) {}

    /**
     * One target.
     *
     * @param policy what the target's policy means, in a sentence
     * @param asked whether the CMS was looked at
     * @param trouble why it could not be looked at
     * @param mayWrite whether forms are shown
     */
    public record View(
            String name,
            String kind,
            String site,
            String policy,
            List<String> packs,
            boolean asked,
            List<Point> points,
            boolean ready,
            String trouble,
            List<PlanLine> plans,
            List<RunLine> runs,
            List<DriftLine> drifts,
            boolean driftAsked,
            boolean mayWrite) {
        public View {
            packs = List.copyOf(packs);
            points = List.copyOf(points);
            plans = List.copyOf(plans);
            runs = List.copyOf(runs);
            drifts = List.copyOf(drifts);
        }
    }

    public static String html(Frame frame, List<Card> targets) {
        Map<String, Object> model = frame.model("Targets");
        model.put("targets", targets);
        model.put("hasTargets", !targets.isEmpty());
        return ALL.execute(model);
    }

    public static String html(Frame frame, View view) {
        Map<String, Object> model = frame.model(view.name());
        model.put("target", view);
        model.put("hasPlans", !view.plans().isEmpty());
        model.put("hasRuns", !view.runs().isEmpty());
        model.put("hasDrifts", !view.drifts().isEmpty());
        return ONE.execute(model);
    }
}
