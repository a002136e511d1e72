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
        List<Cell> cells = cells(marked);
        int from = 0;
        int to = cells.size();
        if (width(cells, 0, to) > width) {
            from = Math.min(marked.start(), cells.size());
            int room = width / BEFORE;
            while (from > 0 && width(cells, from - 1, Math.min(marked.start(), to)) <= room) {
                from--;
            }
            to = from;
            // Two columns are left to what says that something was cut off.
            while (to < cells.size() && width(cells, from, to + 1) <= width - 2) {
                to++;
            }
        }
        StringBuilder text = new StringBuilder(from > 0 ? CUT : "");
        cells.subList(from, to).forEach(cell -> text.append(cell.text()));
        text.append(to < cells.size() ? CUT : "");
        String line = text.toString().stripTrailing();
        if (marked.line().codePoints().anyMatch(ShownLine::isRightToLeft)) {
            return new ShownLine(line, Optional.empty());
        }
        int start = Math.min(Math.max(marked.start(), from), to);
        int end = Math.min(Math.max(marked.start() + marked.length(), start), to);
        int before = (from > 0 ? 1 : 0) + width(cells, from, start);
        return new ShownLine(
                line,
                Optional.of(
                        " ".repeat(before) + "^".repeat(Math.max(1, width(cells, start, end)))));
    }

    private static List<Cell> cells(MarkedLine marked) {
        List<Cell> cells = new ArrayList<>();
        int column = 0;
        for (int c : marked.line().codePoints().toArray()) {
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
