package org.contentpack.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line as a terminal shows it, and a second one that underlines a part: tabs are spaces, what
 * cannot be seen is spelled out, and of a long line only what stands around the part is shown.
 *
 * @param text without what could drive a terminal
 * @param underline as many spaces and {@code ^} as put it below the part; empty where the line is
 *     written from right to left, which terminals order each in their own way
 */
record ShownLine(String text, Optional<String> underline) {

    private static final String CUT = "…";

    /** Share of the window that stands before the part. */
    private static final int BEFORE = 3;

    /** One character as it is shown: its text and its columns. */
    private record Cell(String text, int width) {}

    static ShownLine of(MarkedLine marked, int width) {
        // Twice the window on either side holds all that can be shown, however long the line is.
        MarkedLine near = marked.near(2 * width);
        List<Cell> cells = cells(near.line());
        int start = Math.min(near.start(), cells.size());
        boolean isCutBefore = near.start() < marked.start();
        boolean isCutAfter = near.isFollowedBy(marked);
        int from = 0;
        int to = cells.size();
        if (isCutBefore || isCutAfter || width(cells, 0, to) > width) {
            from = start;
            int room = width / BEFORE;
            while (from > 0 && width(cells, from - 1, start) <= room) {
                from--;
            }
            to = from;
            // Two columns are left to what says that something was cut off.
            while (to < cells.size() && width(cells, from, to + 1) <= width - 2) {
                to++;
            }
        }
        StringBuilder text = new StringBuilder(isCutBefore || from > 0 ? CUT : "");
        cells.subList(from, to).forEach(cell -> text.append(cell.text()));
        text.append(isCutAfter || to < cells.size() ? CUT : "");
        String line = text.toString().stripTrailing();
        if (near.line().codePoints().anyMatch(ShownLine::isRightToLeft)) {
            return new ShownLine(line, Optional.empty());
        }
        int first = Math.min(Math.max(start, from), to);
        int end = Math.min(Math.max(near.start() + near.length(), first), to);
        int before = (isCutBefore || from > 0 ? 1 : 0) + width(cells, from, first);
        return new ShownLine(
                line,
                Optional.of(
                        " ".repeat(before) + "^".repeat(Math.max(1, width(cells, first, end)))));
    }

    private static List<Cell> cells(String line) {
        List<Cell> cells = new ArrayList<>();
        int column = 0;
        for (int c : line.codePoints().toArray()) {
            String shown =
                    c == '\t'
                            ? " ".repeat(Printable.TAB - column % Printable.TAB)
                            : Printable.shown(c);
            Cell cell = new Cell(shown, Columns.of(shown));
            column += cell.width();
            cells.add(cell);
        }
        return cells;
    }

    private static int width(List<Cell> cells, int from, int to) {
        int width = 0;
        for (int i = from; i < to; i++) {
            width += cells.get(i).width();
        }
        return width;
    }

    private static boolean isRightToLeft(int c) {
        return switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
                    true;
            default -> false;
        };
    }
}
