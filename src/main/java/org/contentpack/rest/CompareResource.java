package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contentpack.compare.ReleaseComparison;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Manifest;
import org.contentpack.pack.Redirect;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.Resolution;
import org.contentpack.registry.Withdrawal;
import org.contentpack.render.ComparePage;
import org.contentpack.version.Version;

/** What is different in one release of a pack against another. */
@ApplicationScoped
@Path("/api/packs/{pack}/compare")
public class CompareResource {

    private static final String BETWEEN = "...";

    /** Where both selectors stand in {@code /api/packs/{pack}/compare/{from}...{to}}. */
    private static final int SELECTORS_SEGMENT = 4;

    @Inject Registry registry;

    @Inject ReleaseLookup lookup;

    @Inject ReleaseAccess access;

    @Inject Responses responses;

    @Inject Links links;

    @GET
    @Path("{releases}")
    public Response compare(
            @PathParam("pack") String pack,
            @PathParam("releases") String releases,
            @Context HttpServletRequest request)
            throws IOException {
        RequestTarget target = Targets.of(request);
        Optional<ArticleId> only = only(Query.of(target));
        PackHistory history = lookup.history(pack);
        int between = releases.indexOf(BETWEEN);
        if (between < 0) {
            throw ProblemException.malformed(
                    "Two releases are needed, as in 1.0.0...1.1.0 or 1.0.0...latest.");
        }
        Resolution from = lookup.resolve(history, releases.substring(0, between));
        Resolution to = lookup.resolve(history, releases.substring(between + BETWEEN.length()));
        Registration earlier = chosen(from);
        Registration later = chosen(to);
        if (from instanceof Resolution.Chosen || to instanceof Resolution.Chosen) {
            throw RedirectException.chosen(
                    links.absolute(
                            target.with(
                                            SELECTORS_SEGMENT,
                                            version(earlier).text()
                                                    + BETWEEN
                                                    + version(later).text())
                                    .toString()));
        }
        access.check(history, version(earlier), request);
        access.check(history, version(later), request);
        String address = links.comparison(history.pack(), version(earlier), version(later));
        boolean html = Formats.isPage(request, address);
        Compared compared =
                compared(lookup.found(history, earlier), lookup.found(history, later), only);
        return html
                ? page(compared, address, request)
                : responses.json(
                        CompareAnswer.of(compared, address, links),
                        CacheLifetime.RELEASE,
                        List.of(),
                        request);
    }

    private static Optional<ArticleId> only(Query query) {
        return query.one("article")
                .map(
                        text ->
                                ArticleId.parse(text)
                                        .orElseThrow(
                                                () ->
                                                        ProblemException.malformed(
                                                                "article must be the id of an"
                                                                        + " article.")));
    }

    private static Registration chosen(Resolution resolution) {
        return resolution instanceof Resolution.Exact exact
                ? exact.registration()
                : ((Resolution.Chosen) resolution).registration();
    }

    private static Version version(Registration registration) {
        return registration.id().version();
    }

    private Compared compared(
            ReleaseLookup.Found from, ReleaseLookup.Found to, Optional<ArticleId> only)
            throws IOException {
        List<Redirect> redirects = new ArrayList<>();
        List<CompareAnswer.Note> notes = new ArrayList<>();
        for (Registration each : between(from, to)) {
            Manifest manifest = registry.release(each).manifest();
            redirects.addAll(0, manifest.redirects());
            manifest.changes().stream()
                    .filter(change -> only.map(change.article()::equals).orElse(true))
                    .map(
                            change ->
                                    new CompareAnswer.Note(
                                            version(each),
                                            change.kind(),
                                            change.article(),
                                            change.text()))
                    .forEach(notes::add);
        }
        return new Compared(
                from, to, notes, ReleaseComparison.of(side(from), side(to), redirects, only));
    }

    /**
     * The releases above one version and up to another, highest first. Of one on the way that was
     * erased nothing is known; what one says that was withdrawn for another reason is still true.
     */
    private static List<Registration> between(ReleaseLookup.Found from, ReleaseLookup.Found to) {
        PackHistory history = to.history();
        return history.registrations().stream()
                .filter(r -> version(r).compareTo(from.version()) > 0)
                .filter(r -> version(r).compareTo(to.version()) <= 0)
                .filter(r -> !history.isErased(version(r)))
                .toList();
    }

    private ReleaseComparison.Side side(ReleaseLookup.Found found) {
        return new ReleaseComparison.Side(
                found.release(),
                registry::article,
                article ->
                        found.history()
                                .withdrawal(found.version(), article)
                                .map(Withdrawal::kind)
                                .filter(kind -> !kind.isShown())
                                .isPresent());
    }

    private Response page(Compared compared, String address, HttpServletRequest request) {
        String html =
                ComparePage.html(
                        compared.comparison(),
                        new ComparePage.Surroundings(
                                links.in(compared.from().release()),
                                links.in(compared.to().release()),
                                compared.from().release(),
                                compared.to().release(),
                                compared.notes().stream()
                                        .map(
                                                note ->
                                                        new ComparePage.Note(
                                                                note.version().text(),
                                                                note.kind().id(),
                                                                note.text()))
                                        .toList(),
                                address));
        return responses.page(html, CacheLifetime.RELEASE, List.of(), request);
    }
}
