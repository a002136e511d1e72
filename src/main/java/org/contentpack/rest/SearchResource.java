package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.Resolution;
import org.contentpack.render.SearchPage;
import org.contentpack.search.Hit;
import org.contentpack.search.Search;
import org.contentpack.search.SearchRequest;
import org.contentpack.search.SearchRequest.Scope;
import org.contentpack.search.SearchResult;
import org.contentpack.version.Selector;

/** Articles and sections by their words, as data and as a page. */
@ApplicationScoped
@Path("/api/search")
public class SearchResource {

    /** Parameters that a page's form sends again with other words. */
    private static final List<String> KEPT = List.of("pack", "version", "tag", "kind", "lang");

    @Inject Search search;

    @Inject Registry registry;

    @Inject ReleaseLookup lookup;

    @Inject ReleaseAccess access;

    @Inject Responses responses;

    @Inject Links links;

    @GET
    public Response find(@Context HttpServletRequest request) throws IOException {
        Query query = Query.of(Targets.of(request));
        SearchParameters parameters = SearchParameters.of(query);
        boolean html = Formats.isPage(request, links.search());
        SearchResult.Found found = found(parameters, request);
        List<SearchAnswer> answers = new ArrayList<>();
        for (Hit hit : found.hits()) {
            PackHistory history = registry.history(hit.registration().id().pack());
            answers.add(SearchAnswer.of(hit, lookup.found(history, hit.registration()), links));
        }
        Optional<String> next =
                found.next().map(cursor -> links.search() + parameters.next(query, cursor));
        return html
                ? page(parameters, query, answers, next, request)
                : responses.json(
                        new ListAnswer<>(answers, next), CacheLifetime.MOVING, List.of(), request);
    }

    private SearchResult.Found found(SearchParameters parameters, HttpServletRequest request)
            throws IOException {
        SearchResult result =
                search.find(
                        new SearchRequest(
                                parameters.words(),
                                scope(parameters, request),
                                parameters.filters(),
                                parameters.limit(),
                                parameters.after()));
        if (result instanceof SearchResult.Found found) {
            return found;
        }
        throw new ProblemException(
                Problem.of(
                        ProblemType.NOT_READY,
                        "The texts to search are still being read; try again in a moment."),
                "Retry-After",
                "1");
    }

    private Scope scope(SearchParameters parameters, HttpServletRequest request) {
        if (parameters.pack().isEmpty()) {
            return new Scope.Everywhere();
        }
        if (parameters.selector().isEmpty()) {
            return new Scope.InPack(parameters.pack().get());
        }
        PackHistory history = lookup.history(parameters.pack().get().value());
        Registration registration = release(history, parameters.selector().get());
        access.check(history, registration.id().version(), request);
        return new Scope.InRelease(registration);
    }

    /** A range or a channel needs no redirect here: every hit names its exact version. */
    private static Registration release(PackHistory history, Selector selector) {
        Resolution resolution = history.resolve(selector);
        if (resolution instanceof Resolution.Exact exact) {
            return exact.registration();
        }
        if (resolution instanceof Resolution.Chosen chosen) {
            return chosen.registration();
        }
        throw ProblemException.notFound(
                "No release of \"" + history.pack() + "\" matches the version.");
    }

    private Response page(
            SearchParameters parameters,
            Query query,
            List<SearchAnswer> answers,
            Optional<String> next,
            HttpServletRequest request) {
        Map<String, String> kept = new LinkedHashMap<>();
        KEPT.forEach(name -> query.one(name).ifPresent(value -> kept.put(name, value)));
        String html =
                SearchPage.html(
                        new SearchPage.View(
                                links.home(),
                                links.stylesheet(),
                                links.search(),
                                parameters.words().text(),
                                SearchPage.fields(kept),
                                answers.stream().map(SearchResource::line).toList(),
                                next.orElse("")));
        return responses.pageWithForm(html, CacheLifetime.MOVING, request);
    }

    private static SearchPage.Line line(SearchAnswer answer) {
        return new SearchPage.Line(
                answer.title(),
                answer.section().flatMap(SearchAnswer.SectionRef::heading).orElse(""),
                answer.section()
                        .map(section -> answer.articleUrl() + "#" + section.id())
                        .orElse(answer.articleUrl()),
                answer.language(),
                answer.pack() + " " + answer.version(),
                answer.excerpt().stream()
                        .map(e -> new SearchPage.Stretch(e.text(), e.match()))
                        .toList(),
                !answer.reviewStatus().equals("reviewed"),
                answer.stale() && answer.missedSafety().isEmpty(),
                !answer.missedSafety().isEmpty(),
                answer.withdrawal().map(WithdrawalAnswer::kind).orElse(""));
    }
}
