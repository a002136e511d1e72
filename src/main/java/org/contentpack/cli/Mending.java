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

    /** Asks a person. */
    @FunctionalInterface
    interface Question {

        /** True for yes. */
        boolean isAgreed(String text);
    }

    /** How changes are agreed to. */
    enum Consent {
        /** By an option of the call. */
        GIVEN,
        /** By a person who is asked. */
        ASKED,
        /** Not at all: nobody can be asked. */
        NONE
    }

    private final Terminal terminal;
    private final Consent consent;
    private final Question question;

    Mending(Terminal terminal, Consent consent, Question question) {
        this.terminal = terminal;
        this.consent = consent;
        this.question = question;
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
                show(pack.getKey(), planned);
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
        boolean isAgreed =
                switch (consent) {
                    case GIVEN -> true;
                    case ASKED -> question.isAgreed("Write these changes? [y/N] ");
                    case NONE -> false;
                };
        if (!isAgreed) {
            err.println(
                    consent == Consent.NONE
                            ? "Nothing was written: give --yes to write without being asked."
                            : "Nothing was written.");
            return false;
        }
        for (Fixing.Planned plan : plans) {
            plan.write();
        }
        err.println(files == 1 ? "1 file was mended." : files + " files were mended.");
        return true;
    }

    private void show(Path folder, Fixing.Planned planned) {
        for (FileChange change : planned.changes()) {
            terminal.err()
                    .print(
                            DiffText.of(
                                    folder.resolve(change.name()).toString().replace('\\', '/'),
                                    change.difference(),
                                    terminal.colour()));
        }
    }
}
