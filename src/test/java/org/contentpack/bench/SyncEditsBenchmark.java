package org.contentpack.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.contentpack.cms.CmsHands;
import org.contentpack.cms.CmsHands.Seen;
import org.contentpack.cms.WordPressHands;
import org.contentpack.compare.Choice;
import org.contentpack.compare.Outcome;
import org.contentpack.compare.Step;
import org.contentpack.sync.Plan;
import org.contentpack.sync.PlanItem;
import org.contentpack.sync.Run;
import org.contentpack.sync.RunItem;
import org.contentpack.sync.SyncFixture;

/**
 * Scripts of edits on a real CMS, each on an article of its own, upgraded from 1.0.0 to 1.1.0:
 * whether every deed is kept or named, first with nothing decided, then with every question
 * answered. Then the same release again, counted. Prints rows of Markdown; fails where an edit is
 * lost.
 */
final class SyncEditsBenchmark {

    private final int scripts;
    private final long seed;
    private final List<String> failures = new ArrayList<>();
    private final Map<String, int[]> counts = new TreeMap<>();

    SyncEditsBenchmark(int scripts, long seed) {
        this.scripts = scripts;
        this.seed = seed;
    }

    /** Arguments: how many scripts, seed of the first. On WordPress. */
    public static void main(String[] arguments) throws Exception {
        new SyncEditsBenchmark(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]))
                .run(WordPressHands.open());
    }

    /** Performs them, and closes the CMS. */
    void run(CmsHands hands) throws Exception {
        try (SyncSite<?> site = SyncSite.of(hands);
                SyncFixture it = site.counted(EditPacks.PACK)) {
            it.publish(EditPacks.pack(false, seed, scripts));
            it.publish(EditPacks.pack(true, seed, scripts));
            Map<String, String> items = new TreeMap<>();
            for (RunItem item : applied(it, it.plan(EditPacks.PACK, "1.0.0")).items()) {
                items.put(item.key().article().value(), item.item().orElseThrow());
            }
            List<EditScript> all = new ArrayList<>();
            for (int i = 0; i < scripts; i++) {
                EditScript script = new EditScript(seed + i);
                script.perform(site.cms, items.get(EditPacks.article(i)));
                all.add(script);
            }
            Plan plan = it.plan(EditPacks.PACK, "1.1.0");
            applied(it, plan);
            check(site, all, items, plan, "with nothing decided");
            applied(it, decided(it));
            check(site, all, items, plan, "with everything decided");
            site.proxy.forget();
            Plan again = it.plan(EditPacks.PACK, "1.1.0");
            Run run = it.apply(again);
            report(site, run);
        }
        if (!failures.isEmpty()) {
            failures.forEach(System.err::println);
            throw new IllegalStateException(failures.size() + " failures");
        }
    }

    private Run applied(SyncFixture it, Plan plan) throws Exception {
        Run run = it.apply(plan);
        for (RunItem item : run.items()) {
            if (item.state() == RunItem.State.FAILED) {
                failures.add(item.key() + ": " + item.message());
            }
        }
        return run;
    }

    /** Every question answered: a proposed text is agreed to, else the local one stays. */
    private static Plan decided(SyncFixture it) throws Exception {
        Plan plan = it.plan(EditPacks.PACK, "1.1.0");
        for (PlanItem item : plan.items()) {
            for (Step step : item.undecided()) {
                plan =
                        it.decide(
                                plan,
                                item.key(),
                                step.place(),
                                step.outcome() instanceof Outcome.Proposed proposed
                                        ? new Choice.Write(proposed.text())
                                        : new Choice.KeepLocal());
            }
        }
        return plan;
    }

    private void check(
            SyncSite<?> site,
            List<EditScript> all,
            Map<String, String> items,
            Plan plan,
            String when)
            throws Exception {
        Map<String, Seen> seen = site.cms.seeAll();
        for (int i = 0; i < scripts; i++) {
            EditScript script = all.get(i);
            String article = EditPacks.article(i);
            Optional<Seen> item = Optional.ofNullable(seen.get(items.get(article)));
            List<String> named =
                    plan.items().stream()
                            .filter(p -> p.key().article().value().equals(article))
                            .flatMap(p -> p.undecided().stream())
                            .map(step -> step.place().id())
                            .toList();
            for (EditScript.Done deed : script.done()) {
                // An item that was put away is one question, with all that was done to it.
                boolean isNamed =
                        script.isGone()
                                ? named.contains("field:status")
                                : deed.place().filter(named::contains).isPresent();
                if (!deed.isKept().in(item)) {
                    fail(script, when, deed.what() + " was lost" + (isNamed ? ", but named" : ""));
                } else if (deed.isReleases()
                        && !isNamed
                        && !deed.place().equals(Optional.of("order"))) {
                    fail(script, when, deed.what() + " and the release were put together unasked");
                } else if (!deed.isReleases() && isNamed && !script.isGone()) {
                    fail(script, when, deed.what() + " was asked without need");
                }
                int[] count = counts.computeIfAbsent(deed.what(), k -> new int[2]);
                count[isNamed ? 1 : 0]++;
            }
            if (!script.isGone()) {
                for (int section : script.changedByTheReleaseAlone()) {
                    String news = EditPacks.news(section, script.changes().sentence());
                    if (!item.orElseThrow().text().contains(news)) {
                        fail(script, when, "the release's change is missing: " + news);
                    }
                }
            }
        }
    }

    private void fail(EditScript script, String when, String what) {
        failures.add("seed " + script.seed() + ", " + when + ": " + what);
    }

    private void report(SyncSite<?> site, Run again) throws Exception {
        System.out.println(
                "| what the editor did | times | kept without a question | named, and kept |");
        System.out.println("|---|---|---|---|");
        int[] sum = new int[2];
        for (Map.Entry<String, int[]> each : counts.entrySet()) {
            // Each was looked at twice.
            int kept = each.getValue()[0] / 2;
            int named = each.getValue()[1] / 2;
            row(each.getKey(), kept, named);
            sum[0] += kept;
            sum[1] += named;
        }
        row("**all**", sum[0], sum[1]);
        System.out.println();
        System.out.printf(
                Locale.ROOT,
                "%d scripts on %s, seeds %d to %d. Lost, or put together unasked: **%d**.%n%n",
                scripts,
                site.cms.program(),
                seed,
                seed + scripts - 1,
                failures.size());
        System.out.println(
                "| the same release again | articles | read requests | write requests |");
        System.out.println("|---|---|---|---|");
        System.out.printf(
                Locale.ROOT,
                "| planned and applied | %d | %d | **%d** |%n",
                again.items().size(),
                site.proxy.reads(),
                site.proxy.writes());
        if (site.proxy.writes() != 0) {
            failures.add("writes of applying again: " + site.proxy.counts());
        }
    }

    private static void row(String what, int kept, int named) {
        System.out.printf(Locale.ROOT, "| %s | %d | %d | %d |%n", what, kept + named, kept, named);
    }
}
