package org.contentpack.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.contentpack.cli.report.ReportSettings;

/**
 * Where a command writes, and what may be written there.
 *
 * @param out what was asked for
 * @param err all else: progress, failures
 * @param isColoured whether colours may be set: on a terminal, and not where {@code NO_COLOR} is
 * @param isInteractive whether a person can be asked, and sees what moves
 * @param width columns
 * @param asking a person, where {@code isInteractive}
 * @see <a href="https://no-color.org">NO_COLOR</a>
 */
record Terminal(
        PrintWriter out,
        PrintWriter err,
        boolean isColoured,
        boolean isInteractive,
        int width,
        Asking asking) {

    /** Asks a person for one line. */
    @FunctionalInterface
    interface Asking {

        /** What was typed, without the line's end; empty at the end of input. */
        Optional<String> line(String question);
    }

    /** What nothing is known of: a file, a pipe, a build's log. */
    static Terminal plain(PrintWriter out, PrintWriter err) {
        return new Terminal(out, err, false, false, 100, question -> Optional.empty());
    }

    /** Asks; the end of input is no. */
    boolean isAgreed(String question) {
        err.flush();
        return asking.line(question)
                .filter(answer -> answer.strip().toLowerCase(Locale.ROOT).startsWith("y"))
                .isPresent();
    }

    ReportSettings.Colour colour() {
        return isColoured ? ReportSettings.Colour.ALWAYS : ReportSettings.Colour.NEVER;
    }
}
