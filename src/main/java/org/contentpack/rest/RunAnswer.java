package org.contentpack.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Language;
import org.contentpack.sync.Run;
import org.contentpack.sync.RunId;
import org.contentpack.sync.RunItem;

/**
 * The wire shape of a run; {@code docs/api/run.json}, and without progress and items {@code
 * runs.json}.
 *
 * @param undoes the run that it puts back
 * @param cancelled whether somebody asked it to stop
 * @param progress absent in a list
 * @param items absent in a list and in events
 */
record RunAnswer(
        long id,
        long plan,
        String planUrl,
        String target,
        Optional<Long> undoes,
        String state,
        String caller,
        Instant started,
        Optional<Instant> finished,
        boolean cancelled,
        Optional<Progress> progress,
        Optional<List<ItemAnswer>> items,
        String url,
        String undoUrl,
        String cancelUrl) {

    /**
     * The wire shape of how far a run is.
     *
     * @param ended items that nothing more is done with
     * @param states how many items there are in each
     */
    record Progress(int total, int ended, Map<String, Integer> states) {

        static Progress of(Run run) {
            Map<String, Integer> states = new TreeMap<>();
            run.items().forEach(item -> states.merge(item.state().id(), 1, Integer::sum));
            return new Progress(
                    run.items().size(),
                    (int) run.items().stream().filter(item -> item.state().isEnd()).count(),
                    states);
        }
    }

    /**
     * The wire shape of one item of a run.
     *
     * @param left places that an undo left alone because somebody changed them since
     */
    record ItemAnswer(
            int number,
            ArticleId article,
            Language language,
            String action,
            String state,
            Optional<String> item,
            Optional<String> message,
            List<String> left) {

        static ItemAnswer of(RunItem item) {
            return new ItemAnswer(
                    item.number(),
                    item.key().article(),
                    item.key().language(),
                    item.action().id(),
                    item.state().id(),
                    item.item(),
                    Optional.of(item.message()).filter(message -> !message.isEmpty()),
                    item.left());
        }
    }

    static RunAnswer of(Run run, Links links) {
        return of(
                run,
                Optional.of(Progress.of(run)),
                Optional.of(run.items().stream().map(ItemAnswer::of).toList()),
                links);
    }

    /** With progress, as events carry it. */
    static RunAnswer event(Run run, Links links) {
        return of(run, Optional.of(Progress.of(run)), Optional.empty(), links);
    }

    static RunAnswer listed(Run run, Links links) {
        return of(run, Optional.empty(), Optional.empty(), links);
    }

    private static RunAnswer of(
            Run run, Optional<Progress> progress, Optional<List<ItemAnswer>> items, Links links) {
        String url = links.run(run.id());
        return new RunAnswer(
                run.id().number(),
                run.plan().number(),
                links.plan(run.plan()),
                run.target().value(),
                run.undoes().map(RunId::number),
                run.state().id(),
                run.caller(),
                run.started(),
                run.finished(),
                run.cancelled(),
                progress,
                items,
                url,
                url + "/undo",
                url + "/cancel");
    }
}
