package org.contentpack.cli;

import java.io.PrintWriter;
import org.contentpack.cli.report.ReportSettings;

/**
 * Where a command writes, and what may be written there.
 *
 * @param out what was asked for
 * @param err all else: progress, failures
 * @param isColoured whether colours may be set: on a terminal, and not where {@code NO_COLOR} is
 * @param isInteractive whether a person can be asked, and sees what moves
 * @param width columns
 * @see <a href="https://no-color.org">NO_COLOR</a>
 */
record Terminal(
        PrintWriter out, PrintWriter err, boolean isColoured, boolean isInteractive, int width) {

    /** What nothing is known of: a file, a pipe, a build's log. */
    static Terminal plain(PrintWriter out, PrintWriter err) {
        return new Terminal(out, err, false, false, 100);
    }

    ReportSettings.Colour colour() {
        return isColoured ? ReportSettings.Colour.ALWAYS : ReportSettings.Colour.NEVER;
    }
}
