package org.contentpack.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.sync.FleetEntry;
import org.contentpack.sync.Installation;
import org.contentpack.sync.ItemStatus;
import org.contentpack.version.Version;

/** The wire shape of an article standing in a CMS; {@code docs/api/installation.json}. */
record InstallationAnswer(
        String target,
        PackId pack,
        ArticleId article,
        Language language,
        String item,
        String state,
        Version version,
        Digest release,
        int openSteps,
        Instant changed) {

    static InstallationAnswer of(Installation installation) {
        return new InstallationAnswer(
                installation.target().value(),
                installation.key().pack(),
                installation.key().article(),
                installation.key().language(),
                installation.item(),
                installation.state().id(),
                installation.version(),
                installation.release(),
                installation.openSteps(),
                installation.changed());
    }

    /**
     * The same with what the registry says of it now; {@code docs/api/installations.json}.
     *
     * @param latest that the target would get now; absent where nothing is left to show
     * @param behind whether that is a newer one
     * @param withdrawn why the text that stands there was withdrawn
     * @param drifted whether it was found changed by hand when the CMS was last read
     * @param status who could see it then: {@code live}, {@code draft} or {@code trashed}
     * @param lastContact when the CMS last answered
     */
    record Now(
            @JsonUnwrapped InstallationAnswer installation,
            Optional<Version> latest,
            boolean behind,
            String review,
            Optional<String> withdrawn,
            Optional<AlertAnswer> alert,
            boolean drifted,
            Optional<String> status,
            Optional<Instant> lastContact) {

        static Now of(FleetEntry entry, Instant now) {
            return new Now(
                    InstallationAnswer.of(entry.installation()),
                    entry.latest(),
                    entry.behind(),
                    entry.review(),
                    entry.withdrawn(),
                    entry.alert()
                            .map(
                                    alert ->
                                            new AlertAnswer(
                                                    alert.since(),
                                                    alert.text(),
                                                    alert.deadline(),
                                                    alert.isOverdue(now))),
                    entry.drifted(),
                    entry.status().map(ItemStatus::id),
                    entry.lastContact());
        }
    }

    /** The wire shape of a safety change that has not arrived. */
    record AlertAnswer(Version since, String text, Instant deadline, boolean overdue) {}
}
