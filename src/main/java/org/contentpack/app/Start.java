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
import java.util.Optional;
import java.util.stream.Collectors;
import org.contentpack.access.Authentication;
import org.contentpack.access.Authenticator;
import org.contentpack.archive.Limits;
import org.contentpack.finding.Report;
import org.contentpack.registry.Actor;
import org.contentpack.registry.IntakeReport;
import org.contentpack.registry.IntakeReport.Entry;
import org.contentpack.registry.IntakeReport.Outcome;
import org.contentpack.registry.OlderStoreException;
import org.contentpack.registry.Registry;

/**
 * Registers the packs that came with the application before the first request, and says in one
 * block of the log what came of each. A refused pack keeps no other from being served.
 */
@ApplicationScoped
public class Start {

    private static final Logger LOG = System.getLogger(Start.class.getName());

    @Inject Registry registry;

    @Inject Limits limits;

    @Inject Authenticator authenticator;

    private volatile IntakeReport report = new IntakeReport(List.of());

    private volatile boolean isDone;

    /** Registers what the application brings; called once, before the first request. */
    void begin(ServletContext application) {
        List<Entry> entries = new ArrayList<>();
        Intake intake = new Intake(registry, Actor.BUILT_IN);
        try {
            registry.follow();
            confirm();
            BuiltInPacks packs = new BuiltInPacks(application, limits);
            packs.each(
                    found ->
                            entries.add(
                                    intake.take(
                                            found.origin(),
                                            found.result(),
                                            found.findings(),
                                            found.signatures())),
                    (jar, findings) ->
                            entries.add(new Entry(jar, Outcome.REFUSED, Report.of(findings))));
        } catch (IOException e) {
            throw new UncheckedIOException("the packs of the application cannot be taken in", e);
        }
        if (authenticator.authenticate(Optional.empty(), "")
                instanceof Authentication.NotConfigured) {
            LOG.log(
                    Level.INFO,
                    "No credential is configured, so nobody may write: set"
                            + " CONTENTPACK_PUBLISH_TOKEN to a random text of at least 32"
                            + " characters, or CONTENTPACK_TOKENS to a file of named tokens.");
        }
        report = new IntakeReport(entries);
        isDone = true;
        LOG.log(report.refusals().isEmpty() ? Level.INFO : Level.WARNING, text(report));
    }

    /** An older store is served as it is; nothing is written to it until a person has decided. */
    private void confirm() throws IOException {
        try {
            registry.confirm();
        } catch (OlderStoreException e) {
            LOG.log(
                    Level.ERROR,
                    e.getMessage() + "; missing:\n  " + String.join("\n  ", e.missing()));
        }
    }

    /** Whether all packs that came with the application were looked at. */
    boolean isDone() {
        return isDone;
    }

    /** What came of the packs that came with the application. */
    @Produces
    @Dependent
    public IntakeReport report() {
        return report;
    }

    private static String text(IntakeReport report) {
        return "Content packs at start:"
                + (report.entries().isEmpty()
                        ? " none"
                        : report.entries().stream()
                                .map(entry -> "\n" + Intake.text(entry).indent(2).stripTrailing())
                                .collect(Collectors.joining()));
    }
}
