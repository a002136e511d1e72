package org.contentpack.render;

import com.samskivert.mustache.Template;
import java.util.List;
import java.util.Map;

/** How far a run is and what came of each item. While it works, the page loads itself again. */
public final class RunPage {

    private static final Template TEMPLATE = Templates.load("run");

    private RunPage() {}

    /** One item. */
    public record Item(
            String article,
            String language,
            String action,
            String state,
            String says,
            String message,
            List<String> left) {
        public Item {
            left = List.copyOf(left);
        }

        public boolean hasLeft() {
            return !left.isEmpty();
        }
    }

    /**
     * The page.
     *
     * @param says where it stands, in a sentence
     * @param undoable whether it can be put back
     */
    public record View(
            String id,
            String plan,
            String target,
            String pack,
            String to,
            String undoes,
            String says,
            boolean running,
            boolean cancelled,
            int total,
            int ended,
            String caller,
            String started,
            String finished,
            boolean undoable,
            boolean mayWrite,
            List<Item> items) {
        public View {
            items = List.copyOf(items);
        }
    }

    public static String html(Frame frame, View view) {
        Map<String, Object> model = frame.model("Run " + view.id() + " at " + view.target());
        model.put("run", view);
        model.put("canCancel", view.running() && view.mayWrite() && !view.cancelled());
        model.put("canUndo", view.undoable() && view.mayWrite());
        return TEMPLATE.execute(model);
    }
}
