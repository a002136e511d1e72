package org.contentpack.sync;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.contentpack.compare.Ancestor;
import org.contentpack.compare.Content;
import org.contentpack.compare.ContentMerge;
import org.contentpack.compare.Outcome;
import org.contentpack.compare.Step;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.sync.PlanItem.Presence;
import org.contentpack.version.Version;

/**
 * Finds what bringing a target in step with a release would change. Asked again while nothing has
 * changed, it finds the same: that is how an apply knows that a plan still holds.
 */
final class Planner {

    private final Registry registry;
    private final SyncStore store;
    private final InstantSource clock;

    Planner(Registry registry, SyncStore store, InstantSource clock) {
        this.registry = registry;
        this.store = store;
        this.clock = clock;
    }

    /** What a release wants to stand in a target now. */
    Desired desired(Target target, Registration release) throws IOException {
        return Desired.of(registry, release, target::takes, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /**
     * Everything that a plan is made of.
     *
     * @param items sorted by key, those with safety changes first
     */
    record Planning(Desired desired, List<Planned> items) {

        private static final Comparator<Planned> ORDER =
                Comparator.<Planned, Boolean>comparing(p -> !p.item().isSafety())
                        .thenComparing(p -> p.item().key());

        Planning {
            items = items.stream().sorted(ORDER).toList();
        }

        List<PlanItem> planItems() {
            return items.stream().map(Planned::item).toList();
        }

        Optional<Planned> item(ItemKey key) {
            return items.stream().filter(p -> p.item().key().equals(key)).findFirst();
        }
    }

    /** Reads the CMS and compares. */
    Planning plan(Targets.Bound bound, Registration to) throws IOException {
        return new Reading(bound, desired(bound.target(), to)).planning();
    }

    /** One reading of one CMS. */
    private final class Reading {

        private final Targets.Bound bound;
        private final Desired desired;
        private final Found found;
        private final Map<ItemKey, Installation> installations = new TreeMap<>();
        private final Map<ItemKey, Installation> unlinked = new TreeMap<>();
        private final Map<ItemKey, List<Remembered>> remembered = new HashMap<>();
        private final Map<ItemKey, Seen> seen = new TreeMap<>();

        Reading(Targets.Bound bound, Desired desired) throws IOException {
            this.bound = bound;
            this.desired = desired;
            Target target = bound.target();
            var pack = desired.registration().id().pack();
            this.found = Found.in(bound.connector(), pack);
            for (Installation each :
                    store.installations(SyncStore.Filter.of(target.name(), pack))) {
                ItemKey now = keyNow(each);
                if (each.state() == Installation.State.UNLINKED) {
                    unlinked.put(now, each);
                } else {
                    installations.put(now, each);
                }
            }
            for (Remembered each : store.remembered(target.name(), pack)) {
                remembered
                        .computeIfAbsent(each.decision().item(), k -> new ArrayList<>())
                        .add(each);
            }
        }

        private ItemKey keyNow(Installation installation) throws IOException {
            ItemKey key = installation.key();
            ArticleId now = desired.nameNow(installation.version(), key.article());
            return new ItemKey(key.pack(), now, key.language());
        }

        Planning planning() throws IOException {
            List<Planned> items = new ArrayList<>();
            for (Map.Entry<ItemKey, ArticleHead> each : desired.heads().entrySet()) {
                if (!unlinked.containsKey(each.getKey())) {
                    items.add(wanted(each.getKey(), each.getValue()));
                }
            }
            for (Map.Entry<ItemKey, Installation> each : installations.entrySet()) {
                boolean isGone =
                        !desired.heads().containsKey(each.getKey())
                                && each.getValue().state() != Installation.State.RETIRED
                                && bound.target().takes(each.getKey());
                Optional<Item> stands = isGone ? found.of(each.getValue()) : Optional.empty();
                if (stands.filter(i -> i.status() != ItemStatus.TRASHED).isPresent()) {
                    items.add(unwanted(each.getKey(), each.getValue(), stands.get()));
                }
            }
            store.contact(bound.target().name(), clock.instant(), seen);
            return new Planning(desired, items);
        }

        private Planned wanted(ItemKey key, ArticleHead head) throws IOException {
            Optional<Installation> known = Optional.ofNullable(installations.get(key));
            Outgoing outgoing = desired.outgoing(key);
            if (known.isEmpty()) {
                List<Item> marked = found.marked(key);
                return marked.isEmpty()
                        ? toBeMade(key, head)
                        : merged(
                                key,
                                head,
                                recovered(key, marked.get(0)),
                                marked.get(0),
                                outgoing,
                                copies(key, marked.get(0)));
            }
            Optional<Item> stands = found.of(known.get());
            return stands.isEmpty() || stands.get().status() == ItemStatus.TRASHED
                    ? takenAway(key, head, known.get(), stands)
                    : merged(
                            key,
                            head,
                            known.get(),
                            stands.get(),
                            outgoing,
                            copies(key, stands.get()));
        }

        private Planned toBeMade(ItemKey key, ArticleHead head) throws IOException {
            return new Planned(
                    new PlanItem(
                            key,
                            Presence.NEW,
                            head.title(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            desired.changesSince(Optional.empty(), key.article()),
                            List.of(),
                            List.of(),
                            true),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /**
         * An item that carries our marks though nothing is known of it here: another server made
         * it, or a write was cut off. What its marks say it came from is its base.
         */
        private Installation recovered(ItemKey key, Item item) throws IOException {
            Marks marks = item.marks().orElseThrow();
            Optional<Registration> from =
                    registry.history(key.pack())
                            .release(marks.version())
                            .filter(r -> r.digest().equals(marks.release()));
            Optional<Content> base = Optional.empty();
            if (from.isPresent()) {
                Desired then =
                        Desired.asItWas(registry, from.get(), bound.target()::takes, today());
                if (then.heads().containsKey(key)) {
                    base = Optional.of(bound.connector().render(then.outgoing(key).with(marks)));
                }
            }
            return new Installation(
                    bound.target().name(),
                    key,
                    item.id(),
                    marks.version(),
                    marks.release(),
                    base.isPresent() ? Installation.State.LINKED : Installation.State.ADOPTED,
                    base.map(Ancestor::of).orElse(Ancestor.NONE),
                    0,
                    clock.instant());
        }

        private List<String> copies(ItemKey key, Item ours) {
            return found.marked(key).stream()
                    .filter(item -> !item.id().equals(ours.id()))
                    .map(item -> "Item " + item.id() + " is a copy of this one and is left alone.")
                    .toList();
        }

        private Planned merged(
                ItemKey key,
                ArticleHead head,
                Installation installation,
                Item stands,
                Outgoing outgoing,
                List<String> notes)
                throws IOException {
            Optional<Version> from = Optional.of(installation.version());
            ContentMerge merge =
                    ContentMerge.of(
                            installation.ancestor(),
                            bound.connector().render(outgoing),
                            stands.content(),
                            desired.sectionRenames(from, key.article()));
            if (installation.state() == Installation.State.ADOPTED) {
                merge = Adoptions.allForPeople(merge);
            }
            List<Step> steps =
                    merge.steps().stream()
                            .filter(step -> !(step.outcome() instanceof Outcome.Same))
                            .toList();
            seen.put(
                    key,
                    new Seen(
                            steps.stream().anyMatch(step -> step.outcome() instanceof Outcome.Kept),
                            Optional.of(stands.status())));
            PlanItem item =
                    new PlanItem(
                            key,
                            Presence.PRESENT,
                            head.title(),
                            Optional.of(stands.id()),
                            Optional.of(stands.editAddress()),
                            from,
                            steps,
                            desired.changesSince(from, key.article()),
                            rememberedFor(key, steps),
                            notes,
                            !stands.marks().equals(Optional.of(outgoing.marks())));
            return new Planned(
                    item, Optional.of(stands), Optional.of(installation), Optional.of(merge));
        }

        /** Somebody deleted the item: an edit like others. */
        private Planned takenAway(
                ItemKey key, ArticleHead head, Installation installation, Optional<Item> stands)
                throws IOException {
            String now = stands.isPresent() ? ItemStatus.TRASHED.id() : "deleted";
            boolean isSame = installation.release().equals(desired.registration().digest());
            Optional<String> before = Optional.of("version " + installation.version());
            Optional<String> wanted = Optional.of("version " + desired.version());
            Step step =
                    new Step(
                            Places.STATUS,
                            isSame
                                    ? new Outcome.Kept(before, Optional.of(now))
                                    : new Outcome.Conflict(before, wanted, Optional.of(now)));
            PlanItem item =
                    new PlanItem(
                            key,
                            Presence.AWAY,
                            head.title(),
                            Optional.of(installation.item()),
                            stands.map(Item::editAddress),
                            Optional.of(installation.version()),
                            List.of(step),
                            desired.changesSince(
                                    Optional.of(installation.version()), key.article()),
                            rememberedFor(key, List.of(step)),
                            List.of(
                                    stands.isPresent()
                                            ? "The item lies in the trash of the CMS."
                                            : "The item was deleted in the CMS."),
                            false);
            seen.put(key, new Seen(true, stands.map(Item::status)));
            return new Planned(item, stands, Optional.of(installation), Optional.empty());
        }

        private Planned unwanted(ItemKey key, Installation installation, Item stands) {
            boolean isUntouched = isUntouched(installation, stands);
            Optional<String> now = Optional.of(stands.status().id());
            Optional<String> retired = Optional.of("retired");
            Step step =
                    new Step(
                            Places.STATUS,
                            isUntouched && bound.target().retireUntouched()
                                    ? new Outcome.Taken(now, retired)
                                    : new Outcome.Conflict(now, retired, now));
            PlanItem item =
                    new PlanItem(
                            key,
                            Presence.UNWANTED,
                            key.article().value(),
                            Optional.of(stands.id()),
                            Optional.of(stands.editAddress()),
                            Optional.of(installation.version()),
                            List.of(step),
                            List.of(),
                            rememberedFor(key, List.of(step)),
                            List.of(desired.whyGone(key)),
                            false);
            seen.put(key, new Seen(!isUntouched, Optional.of(stands.status())));
            return new Planned(
                    item, Optional.of(stands), Optional.of(installation), Optional.empty());
        }

        private List<Decision> rememberedFor(ItemKey key, List<Step> steps) {
            List<Decision> decisions = new ArrayList<>();
            for (Step step : steps) {
                if (step.outcome().isOpen()) {
                    remembered.getOrDefault(key, List.of()).stream()
                            .filter(r -> r.decision().place().equals(step.place()))
                            .filter(r -> r.holds(ours(step.outcome()), theirs(step.outcome())))
                            .map(Remembered::decision)
                            .findFirst()
                            .ifPresent(decisions::add);
                }
            }
            return decisions;
        }
    }

    /** True where nobody changed the item since the last apply, or put anything into it. */
    static boolean isUntouched(Installation installation, Item stands) {
        return ContentMerge.of(
                                installation.ancestor(),
                                installation.ancestor().written(),
                                stands.content(),
                                Map.of())
                        .steps()
                        .stream()
                        .allMatch(step -> step.outcome() instanceof Outcome.Same)
                && stands.content().body().stream().allMatch(p -> p.section().isPresent());
    }

    /** The digest of the release's side of an open step. */
    static Digest ours(Outcome outcome) {
        return outcome instanceof Outcome.Proposed proposed
                ? Digest.of("=" + proposed.ours())
                : digest(((Outcome.Conflict) outcome).ours());
    }

    /** The digest of the local side of an open step. */
    static Digest theirs(Outcome outcome) {
        return outcome instanceof Outcome.Proposed proposed
                ? Digest.of("=" + proposed.theirs())
                : digest(((Outcome.Conflict) outcome).theirs());
    }

    private static Digest digest(Optional<String> text) {
        return Digest.of(text.map(t -> "=" + t).orElse("-"));
    }
}
