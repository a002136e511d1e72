package org.contentpack.render;

import com.samskivert.mustache.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.compare.WordDiff;

/**
 * A plan for an editor: what would happen, both texts and the proposed one beside each other where
 * somebody has to decide, and the button that does it.
 */
public final class PlanPage {

    private static final Template TEMPLATE = Templates.load("plan");

    private PlanPage() {}

    /** A stretch of a text, marked where it differs from another. */
    public record Piece(String text, boolean added, boolean removed) {
        public boolean equal() {
            return !added && !removed;
        }
    }

    /**
     * One text in a column.
     *
     * @param heading whose it is
     * @param there false where the place does not exist on that side
     * @param markup as it is stored
     */
    public record Column(
            String heading, String hint, boolean there, List<Piece> pieces, String markup) {
        public Column {
            pieces = List.copyOf(pieces);
        }

        /** A text with the words marked that differ from another. */
        public static Column of(
                String heading, String hint, Optional<String> before, Optional<String> text) {
            String from = before.map(PlainText::text).orElse("");
            return new Column(
                    heading,
                    hint,
                    text.isPresent(),
                    text.map(t -> marked(from, PlainText.text(t))).orElse(List.of()),
                    text.orElse(""));
        }

        private static List<Piece> marked(String from, String to) {
            if (from.isEmpty()) {
                return List.of(new Piece(to, false, false));
            }
            return WordDiff.of(from, to).pieces().stream()
                    .map(
                            piece ->
                                    new Piece(
                                            piece.text(),
                                            piece.kind() == WordDiff.Kind.ADDED,
                                            piece.kind() == WordDiff.Kind.REMOVED))
                    .toList();
        }
    }

    /**
     * A way to settle a place.
     *
     * @param value that the form sends
     * @param label what happens then
     */
    public record Option(String id, String value, String label, boolean checked) {}

    /**
     * A place that somebody has to decide.
     *
     * @param number of the place on the page, from 0; names the fields of the form
     * @param own a text that can be changed and taken; empty where none can be written
     * @param decided who has decided and why; empty before
     */
    public record Question(
            String number,
            String label,
            String says,
            List<Column> columns,
            Column before,
            List<Option> options,
            boolean writable,
            String own,
            boolean ownChecked,
            String decided) {
        public Question {
            columns = List.copyOf(columns);
            options = List.copyOf(options);
        }
    }

    /** A place that needs nobody. */
    public record Settled(String label, String says, Column text) {}

    /** What a release says that it changed. */
    public record Change(String version, String kind, String text, boolean safety) {}

    /**
     * One item.
     *
     * @param says what happens to it, in a sentence
     * @param questions places that somebody has to decide, or has decided
     */
    public record Item(
            String title,
            String language,
            String languageName,
            String from,
            String editUrl,
            String historyUrl,
            String says,
            boolean safety,
            List<Change> changes,
            List<String> notes,
            List<Question> questions,
            List<Settled> settled) {
        public Item {
            changes = List.copyOf(changes);
            notes = List.copyOf(notes);
            questions = List.copyOf(questions);
            settled = List.copyOf(settled);
        }

        public boolean hasChanges() {
            return !changes.isEmpty();
        }

        public boolean hasNotes() {
            return !notes.isEmpty();
        }

        public boolean hasSettled() {
            return !settled.isEmpty();
        }

        public int settledCount() {
            return settled.size();
        }
    }

    /**
     * The page.
     *
     * @param left what is left to decide, in a sentence
     * @param firstOpen number of the first place that nobody has decided
     * @param applying what applying does, in a sentence
     * @param run the run that applied it; empty before
     * @param message what has just happened
     */
    public record View(
            String id,
            String target,
            String pack,
            String to,
            String created,
            String caller,
            String digest,
            String left,
            boolean open,
            String firstOpen,
            boolean hasQuestions,
            String applying,
            boolean writes,
            String run,
            String person,
            String reason,
            String message,
            boolean mayWrite,
            List<Item> items) {
        public View {
            items = List.copyOf(items);
        }
    }

    public static String html(Frame frame, View view) {
        Map<String, Object> model =
                frame.model("Plan " + view.id() + ": " + view.pack() + " " + view.to());
        model.put("plan", view);
        model.put("canDecide", view.mayWrite() && view.run().isEmpty());
        return TEMPLATE.execute(model);
    }
}
