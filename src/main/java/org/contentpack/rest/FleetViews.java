package org.contentpack.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.render.FleetPage;
import org.contentpack.render.FleetPage.Line;
import org.contentpack.render.FleetPage.Mark;
import org.contentpack.sync.FleetEntry;
import org.contentpack.sync.Installation;
import org.contentpack.sync.ItemStatus;

/** Installations as pages show them: what is due first, worst first. */
final class FleetViews {

    private static final List<String> WORST_FIRST = List.of("emergency", "urgent", "routine");

    private FleetViews() {}

    static List<Line> lines(List<FleetEntry> entries, Instant now, boolean due, String base) {
        return entries.stream()
                .map(entry -> line(entry, now, base))
                .filter(line -> !due || !line.marks().isEmpty())
                .sorted(Comparator.comparingInt(FleetViews::weight))
                .toList();
    }

    private static int weight(Line line) {
        return line.marks().stream()
                .mapToInt(mark -> WORST_FIRST.indexOf(mark.kind()))
                .min()
                .orElse(WORST_FIRST.size());
    }

    private static Line line(FleetEntry entry, Instant now, String base) {
        Installation there = entry.installation();
        return new Line(
                there.target().value(),
                there.key().pack().value(),
                there.key().article().value(),
                there.key().language().tag(),
                there.version().text(),
                entry.latest().map(v -> v.text()).orElse(""),
                there.state().id(),
                entry.status().map(FleetViews::word).orElse(""),
                entry.lastContact().map(Words::time).orElse(""),
                base + "/history?pack=" + there.key().pack() + "&article=" + there.key().article(),
                marks(entry, now));
    }

    private static String word(ItemStatus status) {
        return switch (status) {
            case LIVE -> "live";
            case DRAFT -> "draft, not shown to readers";
            case TRASHED -> "in the trash";
        };
    }

    /** Worst first. */
    private static List<Mark> marks(FleetEntry entry, Instant now) {
        List<Mark> marks = new ArrayList<>();
        entry.alert().map(alert -> alert(alert, now)).ifPresent(marks::add);
        entry.withdrawn()
                .ifPresent(
                        kind ->
                                marks.add(
                                        new Mark(
                                                "emergency",
                                                "Withdrawn",
                                                "The text that stands there was withdrawn ("
                                                        + kind
                                                        + ").")));
        if (entry.review().equals("overdue")) {
            marks.add(new Mark("urgent", "Review overdue", "Its review date has passed."));
        }
        if (entry.installation().openSteps() > 0) {
            marks.add(
                    new Mark(
                            "urgent",
                            "To decide",
                            Words.count(entry.installation().openSteps(), "place")
                                    + " on which release and editors differ."));
        }
        if (entry.behind()) {
            marks.add(
                    new Mark(
                            "routine",
                            "Behind",
                            "Version "
                                    + entry.latest().map(v -> v.text()).orElse("")
                                    + " is there."));
        }
        if (entry.drifted()) {
            marks.add(new Mark("routine", "Changed by hand", "It is not as it was written."));
        }
        if (entry.review().equals("unreviewed")) {
            marks.add(new Mark("routine", "Unreviewed", "No clinician has reviewed this text."));
        }
        return marks;
    }

    private static Mark alert(FleetEntry.Alert alert, Instant now) {
        boolean isOverdue = alert.isOverdue(now);
        return new Mark(
                "emergency",
                isOverdue ? "Unsafe and overdue" : "Unsafe",
                "Version "
                        + alert.since()
                        + ": "
                        + alert.text()
                        + (isOverdue ? " It was due by " : " Apply it by ")
                        + Words.day(alert.deadline())
                        + ".");
    }

    /** How many articles something is due at, by what it is. */
    static List<FleetPage.Count> counts(List<FleetEntry> entries, Instant now) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        entries.forEach(
                entry ->
                        marks(entry, now)
                                .forEach(mark -> counts.merge(mark.label(), 1, Integer::sum)));
        List<FleetPage.Count> all = new ArrayList<>();
        all.add(new FleetPage.Count("in all", entries.size()));
        for (String label :
                List.of(
                        "Unsafe and overdue",
                        "Unsafe",
                        "Withdrawn",
                        "Review overdue",
                        "To decide",
                        "Behind",
                        "Changed by hand",
                        "Unreviewed")) {
            Optional.ofNullable(counts.get(label))
                    .ifPresent(
                            n ->
                                    all.add(
                                            new FleetPage.Count(
                                                    label.toLowerCase(java.util.Locale.ROOT), n)));
        }
        return all;
    }

    /** The same for one target, in sentences; what is merely unreviewed is left out. */
    static List<String> attention(List<FleetEntry> entries, Instant now) {
        return counts(entries, now).stream()
                .skip(1)
                .filter(count -> !count.label().equals("unreviewed"))
                .map(count -> Words.count(count.number(), "article") + ": " + count.label() + ".")
                .toList();
    }
}
