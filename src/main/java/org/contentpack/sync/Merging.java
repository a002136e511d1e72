package org.contentpack.sync;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.contentpack.compare.Ancestor;
import org.contentpack.compare.Content;
import org.contentpack.compare.ContentMerge;
import org.contentpack.compare.Outcome;
import org.contentpack.compare.Step;
import org.contentpack.compare.Value;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.sync.PlanItem.Presence;

/**
 * The plan for a CMS that sends its own state and cannot be reached: the same merge as {@link
 * Sync#plan}, without a target and without anything kept. The base is what the release that the
 * items say they are of would have written.
 *
 * <p>Safe for use by several threads.
 */
public final class Merging {

    private final Registry registry;
    private final InstantSource clock;

    public Merging(Registry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * One item as it was sent.
     *
     * @param review what the item says of the article's review; empty where it was not told
     * @param notice what the item says of the article's withdrawal
     */
    public record Sent(
            ItemKey key, RawItem item, Optional<String> review, Optional<String> notice) {}

    /**
     * What a CMS should do with an item.
     *
     * @param sent the key that the item was sent under; the plan item has the article's id of now
     * @param marks that the item is to have afterwards; empty where it is to be retired
     * @param result the item as it is to stand there as long as nobody decides anything else; empty
     *     where it is to be retired
     * @param status of an item that has to be made
     */
    public record Merged(
            ItemKey sent,
            PlanItem item,
            Optional<Marks> marks,
            Optional<RawItem> result,
            Optional<ItemStatus> status) {}

    /**
     * The answer.
     *
     * @param items in the order in which they were sent, then those to be made by key
     * @param unknown sent items of articles that neither release has
     */
    public record Answer(List<Merged> items, List<ItemKey> unknown) {

        public Answer {
            items = List.copyOf(items);
            unknown = List.copyOf(unknown);
        }
    }

    /**
     * Merges.
     *
     * @param base the release that the items are in step with
     * @param items of the pack of both releases; no key twice
     * @param isComplete whether the CMS has no other items of the pack, so that what is missing is
     *     to be made
     */
    public Answer merge(
            ItemForm form,
            Registration base,
            Registration to,
            List<Sent> items,
            boolean isComplete,
            ItemForm.Pictures pictures)
            throws IOException {
        return new Work(form, base, to, pictures).answer(items, isComplete);
    }

    private final class Work {

        private final ItemForm form;
        private final Registration base;
        private final Desired then;
        private final Desired now;
        private final ItemForm.Pictures pictures;

        Work(ItemForm form, Registration base, Registration to, ItemForm.Pictures pictures)
                throws IOException {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            this.form = form;
            this.base = base;
            this.then = Desired.asItWas(registry, base, key -> true, today);
            this.now = Desired.of(registry, to, key -> true, today);
            this.pictures = pictures;
        }

        Answer answer(List<Sent> items, boolean isComplete) throws IOException {
            List<Merged> merged = new ArrayList<>();
            List<ItemKey> unknown = new ArrayList<>();
            Set<ItemKey> there = new HashSet<>();
            for (Sent sent : items) {
                ArticleId name = now.nameNow(base.id().version(), sent.key().article());
                ItemKey key = new ItemKey(sent.key().pack(), name, sent.key().language());
                if (now.heads().containsKey(key)) {
                    there.add(key);
                    merged.add(merged(sent, key));
                } else if (then.heads().containsKey(sent.key())) {
                    merged.add(retired(sent, key));
                } else {
                    unknown.add(sent.key());
                }
            }
            if (isComplete) {
                for (ItemKey key : now.heads().keySet()) {
                    if (!there.contains(key)) {
                        merged.add(made(key));
                    }
                }
            }
            return new Answer(merged, unknown);
        }

        private Merged merged(Sent sent, ItemKey key) throws IOException {
            Outgoing outgoing = now.outgoing(key);
            Optional<Content> written = written(sent);
            ContentMerge merge =
                    ContentMerge.of(
                            written.map(Ancestor::of).orElse(Ancestor.NONE),
                            asSent(form.render(outgoing), sent),
                            form.read(sent.item()),
                            now.sectionRenames(Optional.of(base.id().version()), key.article()));
            if (written.isEmpty()) {
                merge = Adoptions.allForPeople(merge);
            }
            List<Step> steps =
                    merge.steps().stream()
                            .filter(step -> !(step.outcome() instanceof Outcome.Same))
                            .toList();
            boolean remarks =
                    !base.digest().equals(now.registration().digest())
                            || !sent.review().map(outgoing.marks().review()::equals).orElse(true)
                            || !sent.notice().equals(outgoing.marks().notice());
            PlanItem item =
                    new PlanItem(
                            key,
                            Presence.PRESENT,
                            outgoing.article().title(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(base.id().version()),
                            steps,
                            now.changesSince(Optional.of(base.id().version()), key.article()),
                            List.of(),
                            List.of(),
                            remarks);
            return new Merged(
                    sent.key(),
                    item,
                    Optional.of(
                            item.undecided().isEmpty() ? outgoing.marks() : behind(sent, outgoing)),
                    Optional.of(
                            form.write(
                                    merge.result(Map.of()),
                                    Optional.of(sent.item()),
                                    outgoing,
                                    pictures)),
                    Optional.empty());
        }

        /** What the base release wrote, under the status that the item tells. */
        private Optional<Content> written(Sent sent) throws IOException {
            if (!then.heads().containsKey(sent.key())) {
                return Optional.empty();
            }
            Outgoing outgoing = then.outgoing(sent.key());
            Marks marks = outgoing.marks();
            Marks told =
                    sent.review().isEmpty()
                            ? marks
                            : new Marks(
                                    marks.key(),
                                    marks.version(),
                                    marks.release(),
                                    marks.article(),
                                    sent.review().get(),
                                    sent.notice());
            return Optional.of(asSent(form.render(outgoing.with(told)), sent));
        }

        /** A field that a CMS does not send is none that it has. */
        private static Content asSent(Content content, Sent sent) {
            TreeMap<String, Value> fields = new TreeMap<>(content.fields());
            fields.keySet().retainAll(sent.item().fields().keySet());
            return new Content(fields, content.body());
        }

        /** While a place waits for a person, the item is not in step with the release. */
        private Marks behind(Sent sent, Outgoing outgoing) {
            Marks wanted = outgoing.marks();
            ArticleHead head = then.heads().get(sent.key());
            return head == null
                    ? wanted
                    : new Marks(
                            wanted.key(),
                            base.id().version(),
                            base.digest(),
                            head.digest(),
                            wanted.review(),
                            wanted.notice());
        }

        private Merged retired(Sent sent, ItemKey key) {
            Optional<String> stands = Optional.of("there");
            PlanItem item =
                    new PlanItem(
                            key,
                            Presence.UNWANTED,
                            key.article().value(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(base.id().version()),
                            List.of(
                                    new Step(
                                            Places.STATUS,
                                            new Outcome.Conflict(
                                                    stands, Optional.of("retired"), stands))),
                            List.of(),
                            List.of(),
                            List.of(now.whyGone(key)),
                            false);
            return new Merged(
                    sent.key(), item, Optional.empty(), Optional.empty(), Optional.empty());
        }

        private Merged made(ItemKey key) throws IOException {
            Outgoing outgoing = now.outgoing(key);
            PlanItem item =
                    new PlanItem(
                            key,
                            Presence.NEW,
                            outgoing.article().title(),
                            Optional.empty(),
                            Optional.<URI>empty(),
                            Optional.empty(),
                            List.of(),
                            now.changesSince(Optional.empty(), key.article()),
                            List.of(),
                            List.of(),
                            true);
            return new Merged(
                    key,
                    item,
                    Optional.of(outgoing.marks()),
                    Optional.of(
                            form.write(
                                    form.render(outgoing), Optional.empty(), outgoing, pictures)),
                    Optional.of(now.statusOfNew(ItemStatus.LIVE, false, outgoing)));
        }
    }
}
