package org.contentpack.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.contentpack.archive.FoundPack;
import org.contentpack.archive.Limits;
import org.contentpack.archive.OpenResult;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Report;
import org.contentpack.registry.Actor;
import org.contentpack.registry.PublishResult;
import org.contentpack.registry.Registry;
import org.contentpack.registry.StartReport;
import org.contentpack.registry.StartReport.Entry;
import org.contentpack.registry.StartReport.Outcome;
import org.contentpack.registry.Submission;

/**
 * Registers the packs that came with the application before the first request, and says in one
 * block of the log what came of each. A refused pack keeps no other from being served.
 */
@ApplicationScoped
public class Start {

    private static final Logger LOG = System.getLogger(Start.class.getName());

    @Inject Registry registry;

    @Inject Limits limits;

    private volatile StartReport report = new StartReport(List.of());

    /** Registers what the application brings; called once, before the first request. */
    void begin(ServletContext application) {
        List<Entry> entries = new ArrayList<>();
        try {
            registry.follow();
            BuiltInPacks packs = new BuiltInPacks(application, limits);
            packs.each(
                    found -> entries.add(register(found)),
                    (jar, findings) ->
                            entries.add(new Entry(jar, Outcome.REFUSED, Report.of(findings))));
        } catch (IOException e) {
            throw new UncheckedIOException("the packs of the application cannot be taken in", e);
        }
        report = new StartReport(entries);
        LOG.log(report.refusals().isEmpty() ? Level.INFO : Level.WARNING, text(report));
    }

    private Entry register(FoundPack found) {
        if (found.result() instanceof OpenResult.Opened opened) {
            try {
                return entry(
                        found.origin(),
                        registry.publish(
                                new Submission(opened.files(), found.findings(), Actor.BUILT_IN)));
            } catch (IOException e) {
                LOG.log(Level.ERROR, "pack " + found.origin() + " cannot be taken in", e);
                return new Entry(found.origin(), Outcome.FAILED, Report.EMPTY);
            }
        }
        return new Entry(found.origin(), Outcome.REFUSED, Report.of(found.findings()));
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

    /** What came of the packs at start. */
    @Produces
    @Dependent
    public StartReport report() {
        return report;
    }

    private static String text(StartReport report) {
        StringBuilder text = new StringBuilder("Content packs at start:");
        for (Entry entry : report.entries()) {
            text.append("\n  ").append(entry.outcome()).append(' ').append(entry.origin());
            for (Finding finding : entry.report().findings()) {
                text.append("\n    ").append(finding);
                text.append("\n      ").append(finding.hint());
            }
        }
        return report.entries().isEmpty() ? text.append(" none").toString() : text.toString();
    }
}
