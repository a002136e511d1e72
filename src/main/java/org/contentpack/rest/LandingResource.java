package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Release;
import org.contentpack.registry.IntakeReport;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.ReviewState;
import org.contentpack.render.LandingPage;

/** The first page and the stylesheet of all pages. */
@ApplicationScoped
@Path("/")
public class LandingResource {

    private static final String STYLESHEET = "/org/contentpack/render/style.css";

    /** Most versions that a pack shows here; all are a link away. */
    private static final int VERSIONS_OF_A_CARD = 10;

    @Inject Registry registry;

    @Inject ReleaseLookup lookup;

    @Inject Provider<IntakeReport> start;

    @Inject Responses responses;

    @Inject Links links;

    @GET
    public Response landing(@Context HttpServletRequest request) throws IOException {
        Page page = Page.of(Query.of(Targets.of(request)));
        List<LandingPage.Card> cards = new ArrayList<>();
        ListAnswer<PackId> packs =
                page.cut(registry.packs(), PackId::value, pack -> pack, links.home());
        for (PackId pack : packs.items()) {
            card(pack).ifPresent(cards::add);
        }
        String html =
                LandingPage.html(
                        cards,
                        packs.next(),
                        start.get().refusals(),
                        links.stylesheet(),
                        links.search(),
                        links.documentation());
        return responses.pageWithForm(html, CacheLifetime.MOVING, request);
    }

    /** Empty where all releases of the pack are withdrawn. */
    private Optional<LandingPage.Card> card(PackId pack) throws IOException {
        PackHistory history = registry.history(pack);
        if (history.shown().isEmpty()) {
            return Optional.empty();
        }
        ReleaseLookup.Found found = lookup.found(history, history.shown().get());
        Release shown = found.release();
        List<Registration> usable =
                history.registrations().stream()
                        .filter(r -> history.withdrawal(r.id().version()).isEmpty())
                        .toList();
        List<LandingPage.CardVersion> listed =
                usable.stream()
                        .limit(VERSIONS_OF_A_CARD)
                        .map(
                                version ->
                                        new LandingPage.CardVersion(
                                                version.id().version().text(),
                                                day(version),
                                                links.release(version.id()),
                                                history.latest().equals(Optional.of(version))))
                        .toList();
        return Optional.of(
                new LandingPage.Card(
                        pack.value(),
                        shown.manifest().title(),
                        shown.manifest().summary(),
                        shown.manifest().language().tag(),
                        shown.articles().stream()
                                .findFirst()
                                .map(a -> links.in(shown).article(a.id(), a.language()))
                                .orElse(""),
                        ReleaseAnswer.languages(shown).stream().map(Language::tag).toList(),
                        shown.articles().stream()
                                .map(found::review)
                                .anyMatch(ReviewState.Unreviewed.class::isInstance),
                        listed,
                        listed.size() < usable.size() ? links.versions(pack) : ""));
    }

    /** Since when the version is there. The index knows it, so no release has to be read for it. */
    private static String day(Registration version) {
        return LocalDate.ofInstant(version.datetime(), ZoneOffset.UTC).toString();
    }

    @GET
    @Path("style.css")
    public Response stylesheet(@Context HttpServletRequest request) throws IOException {
        return responses.of(
                new Representation(
                        resource(STYLESHEET),
                        "text/css;charset=utf-8",
                        Optional.empty(),
                        CacheLifetime.MOVING,
                        List.of(),
                        Optional.empty()),
                request);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = LandingResource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the application has lost its file " + name);
            }
            return in.readAllBytes();
        }
    }
}
