package org.contentpack.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contentpack.cli.fix.FileChange;
import org.contentpack.cli.fix.Fixing;
import org.contentpack.cli.report.DiffText;
import org.contentpack.finding.Report;

/**
 * Mends packs with somebody looking on: the changes are shown where progress is shown, so that what
 * was asked for stays whole, and written when they are agreed to.
 */
final class Mending {

    /** How changes are agreed to. */
    enum Consent {
        /** By an option of the call. */
        GIVEN,
        /** By a person who is asked. */
        ASKED,
        /** Not at all: nobody can be asked. */
        NONE;

        static Consent of(boolean isYes, Terminal terminal) {
            Consent asked = terminal.isInteractive() ? ASKED : NONE;
            return isYes ? GIVEN : asked;
        }

        /** Whether changes that were shown may be written; says so where not. */
        boolean isGiven(Terminal terminal) {
            boolean isAgreed =
                    switch (this) {
                        case GIVEN -> true;
                        case ASKED -> terminal.isAgreed("Write these changes? [y/N] ");
                        case NONE -> false;
                    };
            if (!isAgreed) {
                terminal.err()
                        .println(
                                this == NONE
                                        ? "Nothing was written: give --yes to write without being"
                                                + " asked."
                                        : "Nothing was written.");
            }
            return isAgreed;
        }
    }

    private final Terminal terminal;
    private final Consent consent;

    Mending(Terminal terminal, Consent consent) {
        this.terminal = terminal;
        this.consent = consent;
    }

    /**
     * Shows what can be mended, and writes it where that is agreed to.
     *
     * @param reports by the folder of each pack, what counts in it
     * @return true where anything was written
     */
    boolean mend(Map<Path, Report> reports) throws IOException {
        PrintWriter err = terminal.err();
        List<Fixing.Planned> plans = new ArrayList<>();
        int files = 0;
        for (Map.Entry<Path, Report> pack : reports.entrySet()) {
            Fixing fixing = Fixing.plan(pack.getKey(), pack.getValue());
            if (fixing instanceof Fixing.Planned planned) {
                planned.changes().forEach(change -> show(pack.getKey(), change, terminal));
                files += planned.changes().size();
                plans.add(planned);
            } else if (fixing instanceof Fixing.Released released) {
                err.println(
                        pack.getKey()
                                + ": it is a release with the list "
                                + released.list().getFileName()
                                + " beside it, which never changes; make the next version");
            }
        }
        if (files == 0) {
            err.println("Nothing is there to be mended.");
            return false;
        }
        if (!consent.isGiven(terminal)) {
            return false;
        }
        for (Fixing.Planned plan : plans) {
            plan.write();
        }
        err.println(files == 1 ? "1 file was mended." : files + " files were mended.");
        return true;
    }

    /** A change of one file of a folder, where progress is shown. */
    static void show(Path folder, FileChange change, Terminal terminal) {
        terminal.err()
                .print(
                        DiffText.of(
                                folder.resolve(change.name()).toString().replace('\\', '/'),
                                change.difference(),
                                terminal.colour()));
    }
}
