package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.contentpack.access.Scope;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.PackId;
import org.contentpack.render.FleetPage;
import org.contentpack.sync.FleetEntry;
import org.contentpack.sync.Plan;
import org.contentpack.sync.Run;
import org.contentpack.sync.RunItem;
import org.contentpack.sync.Sync;
import org.contentpack.sync.Target;

/** The pages that look at all targets at once: where articles stand, and what happened to one. */
@ApplicationScoped
@ByCookie
@Path("/")
public class FleetPageResource {

    @Inject Sync sync;

    @Inject SyncLookup lookup;

    @Inject Fleets fleets;

    @Inject PageAnswers pages;

    @Inject Links links;

    @Inject InstantSource clock;

    @GET
    @Path("installations")
    @Needs({Scope.SYNC, Scope.AUDIT})
    public Response installations(@Context HttpServletRequest request) throws IOException {
        Query query = Query.of(Targets.of(request));
        FleetFilter filter = FleetFilter.of(query);
        boolean due = query.one("due").filter("yes"::equals).isPresent();
        List<FleetEntry> entries = fleets.entries(filter, request);
        Instant now = clock.instant();
        return pages.page(
                200,
                FleetPage.html(
                        pages.frame(request),
                        new FleetPage.Filter(
                                text(filter.target()),
                                text(filter.pack()),
                                text(filter.article()),
                                text(filter.before()),
                                due),
                        FleetViews.counts(entries, now),
                        FleetViews.lines(entries, now, due, links.absolute(""))));
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    /** What happened to one article, by the newest runs of each target. */
    @GET
    @Path("history")
    @Needs({Scope.SYNC, Scope.AUDIT})
    public Response history(@Context HttpServletRequest request) throws IOException {
        Query query = Query.of(Targets.of(request));
        Optional<PackId> pack = query.one("pack").flatMap(PackId::parse);
        Optional<ArticleId> article = query.one("article").flatMap(ArticleId::parse);
        if (pack.isEmpty() || article.isEmpty()) {
            throw ProblemException.malformed("Name a pack and an article.");
        }
        FleetFilter filter = new FleetFilter(Optional.empty(), pack, article, Optional.empty());
        List<Event> events = new ArrayList<>();
        for (Target target : lookup.targets(request)) {
            if (SyncLookup.isFor(request, pack.get()) && target.packs().contains(pack.get())) {
                for (Run listed : sync.runs(target.name())) {
                    add(events, listed, pack.get(), article.get());
                }
            }
        }
        events.sort(Comparator.comparing(Event::at).reversed());
        return pages.page(
                200,
                FleetPage.history(
                        pages.frame(request),
                        pack.get().value(),
                        article.get().value(),
                        FleetViews.lines(
                                fleets.entries(filter, request),
                                clock.instant(),
                                false,
                                links.absolute("")),
                        events.stream().map(Event::line).toList()));
    }

    /** What a run did to the article, with the moment by which it is sorted. */
    private record Event(Instant at, FleetPage.Event line) {}

    private void add(List<Event> events, Run listed, PackId pack, ArticleId article)
            throws IOException {
        Plan plan = lookup.planOf(listed);
        if (!plan.pack().equals(pack)) {
            return;
        }
        Run run =
                sync.run(listed.id())
                        .orElseThrow(() -> new IOException("run " + listed.id() + " is lost"));
        for (RunItem item : run.items()) {
            if (item.key().article().equals(article)) {
                Instant at = run.finished().orElse(run.started());
                events.add(
                        new Event(
                                at,
                                new FleetPage.Event(
                                        Words.time(at),
                                        run.target().value(),
                                        item.key().language().tag(),
                                        plan.to().text(),
                                        (run.undoes().isPresent() ? "undo, " : "")
                                                + Words.state(item.state())
                                                + ":",
                                        item.message(),
                                        run.id().toString(),
                                        run.caller())));
            }
        }
    }
}
