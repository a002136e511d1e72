package org.contentpack.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.contentpack.compare.Choice;
import org.contentpack.compare.Outcome;
import org.contentpack.compare.Place;
import org.contentpack.compare.Step;
import org.contentpack.pack.ChangeKind;
import org.contentpack.render.PlanPage;
import org.contentpack.render.PlanPage.Column;
import org.contentpack.sync.Action;
import org.contentpack.sync.Decision;
import org.contentpack.sync.Plan;
import org.contentpack.sync.PlanItem;
import org.contentpack.sync.RunId;

/** A plan as its page shows it. The open places are numbered in the order of the page. */
final class PlanViews {

    static final String KEEP = "keep";
    static final String TAKE = "take";
    static final String PROPOSAL = "proposal";
    static final String OWN = "own";

    private final Plan plan;
    private int number;

    private PlanViews(Plan plan) {
        this.plan = plan;
    }

    /** An open place by its number on the page. */
    record Open(PlanItem item, Step step) {}

    /** All open places in the order of the page, decided or not. */
    static List<Open> open(Plan plan) {
        return plan.items().stream()
                .flatMap(
                        item ->
                                item.steps().stream()
                                        .filter(step -> step.outcome().isOpen())
                                        .map(step -> new Open(item, step)))
                .toList();
    }

    static PlanPage.View of(Plan plan, String message, String base, HttpServletRequest request) {
        return new PlanViews(plan).view(message, base, request);
    }

    private PlanPage.View view(String message, String base, HttpServletRequest request) {
        List<PlanPage.Item> items = plan.items().stream().map(item -> item(item, base)).toList();
        Optional<Decision> last =
                plan.items().stream().flatMap(i -> i.decisions().stream()).findFirst();
        return new PlanPage.View(
                plan.id().toString(),
                plan.target().value(),
                plan.pack().value(),
                plan.to().text(),
                Words.time(plan.created()),
                plan.caller(),
                plan.digest().value(),
                left(),
                plan.undecided() > 0 && plan.run().isEmpty(),
                firstOpen(),
                number > 0,
                applying(),
                plan.items().stream().anyMatch(PlanItem::writes),
                plan.run().map(RunId::toString).orElse(""),
                last.map(Decision::person).orElse(""),
                last.map(Decision::reason).orElse(""),
                message,
                Words.mayWrite(request),
                items);
    }

    private String firstOpen() {
        List<Open> all = open(plan);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).item().decision(all.get(i).step().place()).isEmpty()) {
                return Integer.toString(i);
            }
        }
        return "";
    }

    private String left() {
        int undecided = plan.undecided();
        if (plan.run().isPresent()) {
            return "Nothing can be decided here any more.";
        }
        if (undecided > 0) {
            return undecided == 1
                    ? "One place waits for you."
                    : undecided + " places wait for you.";
        }
        return open(plan).isEmpty()
                ? "There is nothing to decide."
                : "Everything is decided. You can still change your mind before it is applied.";
    }

    private String applying() {
        List<String> parts = new ArrayList<>();
        long made = count(Action.CREATE);
        long written =
                plan.items().stream()
                        .filter(PlanItem::writes)
                        .filter(i -> i.action() != Action.CREATE && i.action() != Action.RETIRE)
                        .count();
        long retired = plan.items().stream().filter(PlanItem::writes).count() - made - written;
        if (made > 0) {
            parts.add("makes " + Words.count(made, "article"));
        }
        if (written > 0) {
            parts.add("changes " + Words.count(written, "article"));
        }
        if (retired > 0) {
            parts.add("puts " + Words.count(retired, "article") + " aside");
        }
        int undecided = plan.undecided();
        return "As decided so far, applying "
                + (parts.isEmpty() ? "writes nothing to " : String.join(" and ", parts) + " on ")
                + plan.target()
                + "."
                + (undecided > 0
                        ? " What nobody decides stays as it is there and is asked again next time."
                        : "")
                + " It can be undone.";
    }

    private long count(Action action) {
        return plan.items().stream()
                .filter(item -> item.action() == action && item.writes())
                .count();
    }

    private PlanPage.Item item(PlanItem item, String base) {
        List<PlanPage.Question> questions = new ArrayList<>();
        List<PlanPage.Settled> settled = new ArrayList<>();
        for (Step step : item.steps()) {
            if (step.outcome().isOpen()) {
                questions.add(question(item, step, number++));
            } else {
                settled(step).ifPresent(settled::add);
            }
        }
        return new PlanPage.Item(
                item.title(),
                item.key().language().tag(),
                item.key().language().toLocale().getDisplayLanguage(java.util.Locale.ENGLISH),
                item.from().map(v -> v.text()).orElse(""),
                item.editAddress().map(Object::toString).orElse(""),
                base + "/history?pack=" + item.key().pack() + "&article=" + item.key().article(),
                Words.action(item.action(), item.isSafety()),
                item.isSafety(),
                item.changes().stream()
                        .map(
                                change ->
                                        new PlanPage.Change(
                                                change.version().text(),
                                                Words.capital(change.kind().id()),
                                                change.text(),
                                                change.kind() == ChangeKind.SAFETY))
                        .toList(),
                item.notes(),
                questions,
                settled);
    }

    private PlanPage.Question question(PlanItem item, Step step, int at) {
        Optional<String> base;
        Optional<String> ours;
        Optional<String> theirs;
        Optional<String> proposal;
        if (step.outcome() instanceof Outcome.Proposed proposed) {
            base = proposed.base();
            ours = Optional.of(proposed.ours());
            theirs = Optional.of(proposed.theirs());
            proposal = Optional.of(proposed.text());
        } else {
            Outcome.Conflict conflict = (Outcome.Conflict) step.outcome();
            base = conflict.base();
            ours = conflict.ours();
            theirs = conflict.theirs();
            proposal = Optional.empty();
        }
        List<Column> columns = new ArrayList<>();
        columns.add(
                Column.of("On the site now", "Marked: what your editors changed.", base, theirs));
        columns.add(
                Column.of(
                        "In release " + plan.to(),
                        "Marked: what the release changed.",
                        base,
                        ours));
        proposal.ifPresent(
                text ->
                        columns.add(
                                Column.of(
                                        "Proposal",
                                        "Marked: what would change on the site.",
                                        theirs,
                                        Optional.of(text))));
        Optional<Decision> decision = item.decision(step.place());
        boolean writable = isWritable(step.place());
        Optional<String> written =
                decision.map(Decision::choice)
                        .filter(Choice.Write.class::isInstance)
                        .map(choice -> ((Choice.Write) choice).text());
        String chosen = decision.map(d -> chosen(d, proposal)).orElse("");
        return new PlanPage.Question(
                Integer.toString(at),
                Words.place(step.place(), any(Stream.of(ours, theirs, base))),
                says(step.place(), base, ours, theirs, proposal),
                columns,
                Column.of("Before", "", Optional.empty(), base),
                options(at, ours, theirs, proposal, chosen),
                writable,
                written.or(() -> proposal).or(() -> theirs).or(() -> ours).orElse(""),
                chosen.equals(OWN),
                decision.map(
                                d ->
                                        "Decided by "
                                                + d.person()
                                                + " on "
                                                + Words.time(d.at())
                                                + ": "
                                                + d.reason())
                        .orElse(""));
    }

    /** Texts of people can stand in texts only: not in the order, nor in whether it is there. */
    static boolean isWritable(Place place) {
        return place instanceof Place.Section
                || (place instanceof Place.Field field && !field.name().equals("status"));
    }

    private static String chosen(Decision decision, Optional<String> proposal) {
        if (decision.choice() instanceof Choice.KeepLocal) {
            return KEEP;
        }
        if (decision.choice() instanceof Choice.TakeRelease) {
            return TAKE;
        }
        String text = ((Choice.Write) decision.choice()).text();
        return proposal.equals(Optional.of(text)) ? PROPOSAL : OWN;
    }

    private static String says(
            Place place,
            Optional<String> base,
            Optional<String> ours,
            Optional<String> theirs,
            Optional<String> proposal) {
        if (proposal.isPresent()) {
            return "Both have changed it, in different spots. A text with both changes is proposed;"
                    + " read it as a whole: two right texts can make wrong advice.";
        }
        if (!isWritable(place)) {
            return "The release and the site differ here.";
        }
        if (theirs.isEmpty()) {
            return "It was taken away on the site, and the release has changed it.";
        }
        if (ours.isEmpty()) {
            return "The release takes it away, and your editors have changed it.";
        }
        return base.isEmpty()
                ? "The release and the site have different texts here."
                : "Both have changed the same passage.";
    }

    private List<PlanPage.Option> options(
            int at,
            Optional<String> ours,
            Optional<String> theirs,
            Optional<String> proposal,
            String chosen) {
        List<PlanPage.Option> options = new ArrayList<>();
        options.add(
                option(
                        at,
                        KEEP,
                        theirs.isPresent() ? "Keep what is on the site" : "Leave it away",
                        chosen));
        options.add(
                option(
                        at,
                        TAKE,
                        ours.isPresent()
                                ? "Take the text of release " + plan.to()
                                : "Take it away, as the release does",
                        chosen));
        proposal.ifPresent(
                text -> options.add(option(at, PROPOSAL, "Take the proposal with both", chosen)));
        return options;
    }

    private static PlanPage.Option option(int at, String value, String label, String chosen) {
        return new PlanPage.Option(value + at, value, label, value.equals(chosen));
    }

    private Optional<PlanPage.Settled> settled(Step step) {
        if (step.outcome() instanceof Outcome.Taken taken) {
            return Optional.of(
                    new PlanPage.Settled(
                            Words.place(step.place(), any(Stream.of(taken.text(), taken.before()))),
                            "Only the release has changed it; its text will be written.",
                            Column.of("", "", taken.before(), taken.text())));
        }
        if (step.outcome() instanceof Outcome.Kept kept) {
            return Optional.of(
                    new PlanPage.Settled(
                            Words.place(step.place(), any(Stream.of(kept.text(), kept.before()))),
                            "Only your editors have changed it; it stays.",
                            Column.of("", "", kept.before(), kept.text())));
        }
        return Optional.empty();
    }

    private static String any(Stream<Optional<String>> texts) {
        return texts.flatMap(Optional::stream).findFirst().orElse("");
    }
}
