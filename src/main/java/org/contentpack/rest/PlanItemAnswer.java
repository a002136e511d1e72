package org.contentpack.rest;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.ChangeKind;
import org.contentpack.pack.Language;
import org.contentpack.sync.ChangeNote;
import org.contentpack.sync.PlanItem;
import org.contentpack.version.Version;

/**
 * The wire shape of what a plan wants to do with one item; part of {@code docs/api/plan.json}.
 *
 * @param undecided how many of its steps wait for a person
 * @param writes whether applying sends anything to the CMS
 */
record PlanItemAnswer(
        ArticleId article,
        Language language,
        String title,
        String action,
        String presence,
        Optional<String> item,
        Optional<URI> editUrl,
        Optional<Version> from,
        boolean safety,
        int undecided,
        boolean writes,
        List<StepAnswer> steps,
        List<ChangeAnswer> changes,
        List<String> notes) {

    /** The wire shape of what a release says that it changed. */
    record ChangeAnswer(Version version, ChangeKind kind, String text) {
        static ChangeAnswer of(ChangeNote note) {
            return new ChangeAnswer(note.version(), note.kind(), note.text());
        }
    }

    static PlanItemAnswer of(PlanItem item) {
        return new PlanItemAnswer(
                item.key().article(),
                item.key().language(),
                item.title(),
                item.action().id(),
                item.presence().id(),
                item.item(),
                item.editAddress(),
                item.from(),
                item.isSafety(),
                item.undecided().size(),
                item.writes(),
                item.steps().stream()
                        .map(step -> StepAnswer.of(step, item.decision(step.place())))
                        .toList(),
                item.changes().stream().map(ChangeAnswer::of).toList(),
                item.notes());
    }
}
