package org.contentpack.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contentpack.compare.Value;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.registry.Registration;
import org.contentpack.sync.ItemKey;
import org.contentpack.sync.Marks;
import org.contentpack.sync.Merging;
import org.contentpack.sync.PlanItem;
import org.contentpack.sync.RawItem;
import org.contentpack.version.Version;

/**
 * The wire shape of the plan for a CMS that sent its own state; {@code docs/api/merges.json}.
 *
 * @param to the version that the selector chose
 * @param unknown items that were sent and that neither version has
 */
record MergesAnswer(
        PackId pack,
        Version base,
        Version to,
        Digest release,
        List<ItemAnswer> items,
        List<KeyAnswer> unknown) {

    /** The wire shape of an article in one language. */
    record KeyAnswer(ArticleId article, Language language) {}

    /** The wire shape of what an item is to say of where it comes from. */
    record MarksAnswer(
            ArticleId article,
            Version version,
            Digest release,
            Digest digest,
            String review,
            Optional<String> notice) {

        static MarksAnswer of(Marks marks) {
            return new MarksAnswer(
                    marks.key().article(),
                    marks.version(),
                    marks.release(),
                    marks.article(),
                    marks.review(),
                    marks.notice());
        }
    }

    /** The wire shape of an item as it is to stand there. */
    record ResultAnswer(
            Optional<String> title,
            Optional<String> summary,
            Optional<String> slug,
            Optional<Set<String>> tags,
            String body) {

        static ResultAnswer of(RawItem item) {
            return new ResultAnswer(
                    text(item, "title"),
                    text(item, "summary"),
                    text(item, "slug"),
                    Optional.ofNullable(item.fields().get("tags"))
                            .filter(Value.Terms.class::isInstance)
                            .map(value -> ((Value.Terms) value).terms()),
                    item.body());
        }

        private static Optional<String> text(RawItem item, String field) {
            return Optional.ofNullable(item.fields().get(field))
                    .filter(Value.Text.class::isInstance)
                    .map(value -> ((Value.Text) value).text());
        }
    }

    /**
     * The wire shape of what a CMS should do with an item.
     *
     * @param article as it was sent; {@code marks} has the id of now
     */
    record ItemAnswer(
            ArticleId article,
            Language language,
            String title,
            String action,
            boolean safety,
            int undecided,
            boolean writes,
            List<StepAnswer> steps,
            List<PlanItemAnswer.ChangeAnswer> changes,
            List<String> notes,
            Optional<String> status,
            Optional<MarksAnswer> marks,
            Optional<ResultAnswer> result) {

        static ItemAnswer of(Merging.Merged merged) {
            PlanItem item = merged.item();
            return new ItemAnswer(
                    merged.sent().article(),
                    merged.sent().language(),
                    item.title(),
                    item.action().id(),
                    item.isSafety(),
                    item.undecided().size(),
                    item.writes(),
                    item.steps().stream()
                            .map(step -> StepAnswer.of(step, Optional.empty()))
                            .toList(),
                    item.changes().stream().map(PlanItemAnswer.ChangeAnswer::of).toList(),
                    item.notes(),
                    merged.status().map(status -> status.id()),
                    merged.marks().map(MarksAnswer::of),
                    merged.result().map(ResultAnswer::of));
        }
    }

    static MergesAnswer of(Registration base, Registration to, Merging.Answer answer) {
        return new MergesAnswer(
                base.id().pack(),
                base.id().version(),
                to.id().version(),
                to.digest(),
                answer.items().stream().map(ItemAnswer::of).toList(),
                answer.unknown().stream().map(MergesAnswer::key).toList());
    }

    private static KeyAnswer key(ItemKey key) {
        return new KeyAnswer(key.article(), key.language());
    }
}
