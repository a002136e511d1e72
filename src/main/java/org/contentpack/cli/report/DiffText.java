package org.contentpack.cli.report;

import java.util.List;
import org.contentpack.cli.report.ReportSettings.Colour;
import org.contentpack.compare.LineDiff.Hunk;
import org.contentpack.compare.LineDiff.Line;

/**
 * Changes of a file in the form of {@code diff -u}, safe for a terminal: what cannot be seen is
 * spelled out, so that a carriage return that goes away is seen to go.
 */
public final class DiffText {

    private DiffText() {}

    /**
     * Both headings, and the hunks.
     *
     * @param path of the file, before and after
     */
    public static String of(String path, List<Hunk> hunks, Colour colour) {
        Paint paint = new Paint(colour);
        StringBuilder text = new StringBuilder();
        String shown = Printable.text(path);
        text.append(paint.of(Paint.BOLD, "--- " + shown)).append('\n');
        text.append(paint.of(Paint.BOLD, "+++ " + shown)).append('\n');
        for (Hunk hunk : hunks) {
            String range =
                    "@@ -"
                            + hunk.before()
                            + ","
                            + hunk.countBefore()
                            + " +"
                            + hunk.after()
                            + ","
                            + hunk.countAfter()
                            + " @@";
            text.append(paint.of(Paint.CYAN, range)).append('\n');
            hunk.lines().forEach(line -> append(line, paint, text));
        }
        return text.toString();
    }

    private static void append(Line line, Paint paint, StringBuilder text) {
        boolean isEnded = line.text().endsWith("\n");
        String content = isEnded ? line.text().substring(0, line.text().length() - 1) : line.text();
        String safe = Printable.text(content);
        text.append(
                switch (line.kind()) {
                    case KEPT -> " " + safe;
                    case REMOVED -> paint.of(Paint.RED, "-" + safe);
                    case ADDED -> paint.of(Paint.GREEN, "+" + safe);
                });
        text.append('\n');
        if (!isEnded) {
            text.append("\\ No newline at end of file\n");
        }
    }
}
