package org.contentpack.app;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.contentpack.archive.OpenResult;
import org.contentpack.archive.PackFiles;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Report;
import org.contentpack.registry.Actor;
import org.contentpack.registry.IntakeReport.Entry;
import org.contentpack.registry.IntakeReport.Outcome;
import org.contentpack.registry.PublishResult;
import org.contentpack.registry.Registry;
import org.contentpack.registry.Submission;

/** Brings packs that the server found by itself through the one door. */
final class Intake {

    private static final Logger LOG = System.getLogger(Intake.class.getName());

    private final Registry registry;
    private final Actor actor;

    Intake(Registry registry, Actor actor) {
        this.registry = registry;
        this.actor = actor;
    }

    /**
     * Registers a pack, or says why not; never fails. Its files stay open.
     *
     * @param origin where it was found, in words
     * @param findings all that was found before the files' content was looked at
     * @param signatures that lie beside it, not yet looked at
     */
    Entry take(String origin, OpenResult result, List<Finding> findings, List<String> signatures) {
        if (result instanceof OpenResult.Opened opened) {
            try {
                return entry(origin, publish(opened.files(), findings, signatures));
            } catch (IOException e) {
                LOG.log(Level.ERROR, "pack " + origin + " cannot be taken in", e);
                return new Entry(origin, Outcome.FAILED, Report.EMPTY);
            }
        }
        return new Entry(origin, Outcome.REFUSED, Report.of(findings));
    }

    private PublishResult publish(PackFiles files, List<Finding> findings, List<String> signatures)
            throws IOException {
        return registry.publish(new Submission(files, findings, actor, pack -> true, signatures));
    }

    private static Entry entry(String origin, PublishResult result) {
        if (result instanceof PublishResult.Published published) {
            return new Entry(origin, Outcome.REGISTERED, published.report());
        }
        if (result instanceof PublishResult.Unchanged unchanged) {
            return new Entry(origin, Outcome.UNCHANGED, unchanged.report());
        }
        if (result instanceof PublishResult.VersionTaken taken) {
            return new Entry(origin, Outcome.REFUSED, taken.report());
        }
        return new Entry(
                origin,
                Outcome.REFUSED,
                result instanceof PublishResult.Refused refused ? refused.report() : Report.EMPTY);
    }

    /** One entry for the log or for a report beside a pack. */
    static String text(Entry entry) {
        StringBuilder text = new StringBuilder();
        text.append(entry.outcome()).append(' ').append(entry.origin());
        for (Finding finding : entry.report().findings()) {
            text.append("\n  ").append(finding);
            text.append("\n    ").append(finding.hint());
        }
        return text.toString();
    }
}
