package org.contentpack.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.ItemKind;
import org.contentpack.pack.Language;
import org.contentpack.pack.Release;
import org.contentpack.pack.Section;
import org.contentpack.pack.SectionId;
import org.contentpack.registry.MissedSafety;
import org.contentpack.registry.PackHistory;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.render.ArticleMarkdown;
import org.contentpack.render.ArticlePage;
import org.contentpack.render.LinkedData;
import org.contentpack.render.PageContext;
import org.contentpack.render.TextStatus;
import org.contentpack.rest.ArticleFormat.Named;
import org.contentpack.rest.ReleaseLookup.Found;
import org.contentpack.version.Version;

/** Articles and sections in the language and media type that a request asks for. */
@Dependent
public class ArticleRepresentations {

    /** Most versions that a page offers. */
    private static final int CHOICES = 12;

    @Inject Registry registry;

    @Inject ReleaseLookup lookup;

    @Inject Links links;

    @Inject JsonWriter json;

    @Inject ReleaseAccess access;

    @Inject Mementos mementos;

    /**
     * @param segment an article's id, with the ending of a format or without
     * @throws RedirectException where the segment is a slug, or an id that was renamed
     */
    Representation article(
            Found asked, String segment, CacheLifetime lifetime, HttpServletRequest request)
            throws IOException {
        Named named = Named.parse(segment);
        Chosen chosen = choose(asked, named.id(), request);
        Found found = chosen.found();
        Article article = chosen.article();
        String below = "/articles/" + article.id();
        Place place = new Place(found, article, links.release(found.release().id()) + below);
        ArticleFormat format = place.format(named, request);
        byte[] bytes =
                switch (format) {
                    case JSON -> json.bytes(ArticleAnswer.of(article, found, links));
                    case HTML -> utf8(page(place).html());
                    case MARKDOWN -> utf8(markdown(place).document());
                    case LINKED_DATA -> json.bytes(linkedData(place).article());
                };
        List<String> relations =
                new ArrayList<>(
                        lookup.versionLinks(found, below, release -> has(release, article.id())));
        relations.addAll(mementos.relations(found.history().pack(), article.id()));
        relations.addAll(concept(place));
        return place.representation(bytes, format, lifetime, relations);
    }

    /**
     * @param segment a section's id, with the ending of a format or without
     */
    Representation section(
            Found asked, String articleText, String segment, HttpServletRequest request)
            throws IOException {
        Chosen chosen = choose(asked, articleText, request);
        Found found = chosen.found();
        Article article = chosen.article();
        Named named = Named.parse(segment);
        Section section = section(found, article, named.id());
        String below = "/articles/" + article.id() + "/sections/" + section.id();
        Place place = new Place(found, article, links.release(found.release().id()) + below);
        ArticleFormat format = place.format(named, request);
        byte[] bytes =
                switch (format) {
                    case JSON -> json.bytes(SectionAnswer.of(section, article, found, links));
                    case HTML -> utf8(page(place).html(section));
                    case MARKDOWN -> utf8(markdown(place).document(section));
                    case LINKED_DATA -> json.bytes(linkedData(place).section(section));
                };
        return place.representation(
                bytes,
                format,
                CacheLifetime.RELEASE,
                lookup.versionLinks(
                        found, below, release -> has(release, article.id(), section.id())));
    }

    private static boolean has(Release release, ArticleId article) {
        return !release.translations(article).isEmpty()
                || release.manifest().redirects().stream()
                        .anyMatch(
                                r ->
                                        r.kind() == ItemKind.ARTICLE
                                                && r.from().equals(article.value()));
    }

    private static boolean has(Release release, ArticleId article, SectionId section) {
        return release.translations(article).stream().anyMatch(a -> a.sections().contains(section))
                || release.manifest().redirects().stream()
                        .anyMatch(
                                r ->
                                        r.kind() == ItemKind.SECTION
                                                && r.article().equals(Optional.of(article))
                                                && r.from().equals(section.value()));
    }

    /**
     * An article, or a part of it, at the address that all its formats share.
     *
     * @param address without ending and query
     */
    private record Place(Found found, Article article, String address) {

        String query() {
            return "?lang=" + article.language();
        }

        ArticleFormat format(Named named, HttpServletRequest request) {
            return named.format()
                    .orElseGet(
                            () ->
                                    ArticleFormat.of(
                                            Formats.choose(
                                                    Optional.empty(),
                                                    request,
                                                    ArticleFormat.variants(address, query()))));
        }

        Representation representation(
                byte[] bytes, ArticleFormat format, CacheLifetime lifetime, List<String> links) {
            return new Representation(
                    bytes,
                    format.contentType(),
                    Optional.of(article.language()),
                    lifetime,
                    links,
                    Optional.of(format.url(address, query())));
        }

        TextStatus status() {
            return found.status(article.head());
        }
    }

    /** These bytes' own name, and that of the article whatever its version. */
    private List<String> concept(Place place) {
        return List.of(
                ReleaseLookup.link(place.address() + place.query(), "canonical"),
                ReleaseLookup.link(
                        links.latestArticle(place.found().history().pack(), place.article().id()),
                        "http://purl.org/dc/terms/isVersionOf"));
    }

    private ArticlePage page(Place place) throws IOException {
        return new ArticlePage(place.article(), place.status(), context(place, readable(place)));
    }

    private LinkedData linkedData(Place place) {
        return new LinkedData(place.article(), place.status(), context(place, List.of()));
    }

    private ArticleMarkdown markdown(Place place) {
        Release release = place.found().release();
        return new ArticleMarkdown(
                place.article(),
                release.manifest(),
                place.status(),
                release.isStale(place.article().head()),
                links.in(release));
    }

    /**
     * An article in the language that is wanted.
     *
     * @param found the release as the caller gets it: with what is held back, for an auditor
     */
    private record Chosen(Found found, Article article) {}

    private Chosen choose(Found found, String text, HttpServletRequest request) throws IOException {
        Release release = found.release();
        ArticleId.parse(text)
                .ifPresent(id -> access.check(found.history(), found.version(), id, request));
        List<ArticleHead> translations =
                ArticleId.parse(text).map(release::translations).orElse(List.of());
        if (translations.isEmpty()) {
            throw elsewhere(found.served().whole(), text, request);
        }
        Query query = Query.of(Targets.of(request));
        for (ArticleHead held : found.served().held(translations.get(0).id())) {
            if (query.one("lang").filter(held.language().tag()::equalsIgnoreCase).isPresent()) {
                if (access.mayAudit(found.history().pack(), request)) {
                    return new Chosen(found.withHeld(), registry.article(held));
                }
                throw held(found, held);
            }
        }
        ArticleHead head =
                Languages.choose(translations, query, Preferences.of(request).acceptLanguage());
        return new Chosen(found, registry.article(head));
    }

    /** Who asks for a translation by name is told why there is none, and where the original is. */
    private ProblemException held(Found found, ArticleHead translation) {
        Release release = found.release();
        ArticleId article = translation.id();
        Language source = release.manifest().language();
        String address = links.release(release.id()) + "/articles/" + article;
        return new ProblemException(
                Problem.translationHeld(
                        "The translation of \""
                                + article
                                + "\" into \""
                                + translation.language()
                                + "\" lacks changes that were made to the original for the safety"
                                + " of readers ("
                                + MissedSafety.line(found.served().missed(translation))
                                + "), and is held back until it is translated anew.",
                        ArticleFormat.variants(address, "?lang=" + source)),
                "Link",
                "<"
                        + links.in(release).article(article, source)
                        + ">; rel=\"alternate\"; hreflang=\""
                        + source
                        + "\"");
    }

    /** An answer for a text that is no article's id: a slug, a former id, or nothing. */
    private RuntimeException elsewhere(Release release, String text, HttpServletRequest request) {
        Optional<ArticleHead> bySlug =
                release.articles().stream().filter(a -> a.slug().value().equals(text)).findFirst();
        if (bySlug.isPresent()) {
            ArticleHead article = bySlug.get();
            RequestTarget target = Targets.of(request);
            RequestTarget named =
                    Query.of(target).one("lang").isPresent()
                            ? target
                            : target.withParameter("lang", article.language().tag());
            return RedirectException.permanent(
                    links.absolute(named.replacing(text, article.id().value()).toString()));
        }
        return release.manifest().redirects().stream()
                .filter(r -> r.kind() == ItemKind.ARTICLE && r.from().equals(text))
                .findFirst()
                .<RuntimeException>map(
                        r ->
                                RedirectException.permanent(
                                        links.absolute(
                                                Targets.of(request)
                                                        .replacing(text, r.to())
                                                        .toString())))
                .orElseGet(
                        () ->
                                ProblemException.notFound(
                                        "Release "
                                                + release.id()
                                                + " has no article \""
                                                + text
                                                + "\"."));
    }

    private Section section(Found found, Article article, String text) {
        Optional<Section> section = SectionId.parse(text).flatMap(article::section);
        if (section.isPresent()) {
            return section.get();
        }
        Release release = found.release();
        throw release.manifest().redirects().stream()
                .filter(
                        r ->
                                r.kind() == ItemKind.SECTION
                                        && r.article().equals(Optional.of(article.id()))
                                        && r.from().equals(text))
                .findFirst()
                .flatMap(r -> SectionId.parse(r.to()))
                .<RuntimeException>map(
                        to ->
                                RedirectException.permanent(
                                        links.in(release)
                                                .section(article.id(), to, article.language())))
                .orElseGet(
                        () ->
                                ProblemException.notFound(
                                        "Article \""
                                                + article.id()
                                                + "\" has no section \""
                                                + text
                                                + "\"."));
    }

    /**
     * The versions that a reader may choose from instead, highest first. One that lacks the article
     * or may not be read any more is not among them.
     */
    private List<PageContext.Choice> readable(Place place) throws IOException {
        Found found = place.found();
        PackHistory history = found.history();
        Article article = place.article();
        List<PageContext.Choice> readable = new ArrayList<>();
        List<Registration> nearest =
                nearest(history.registrations(), found.registration()).stream()
                        .filter(
                                r ->
                                        r.equals(found.registration())
                                                || history.withdrawal(
                                                                r.id().version(), article.id())
                                                        .isEmpty())
                        .toList();
        for (Registration each : nearest) {
            boolean isThis = each.equals(found.registration());
            if (isThis
                    || registry.release(each)
                            .article(article.id(), article.language())
                            .isPresent()) {
                readable.add(
                        new PageContext.Choice(
                                each.id().version(),
                                LocalDate.ofInstant(each.datetime(), ZoneOffset.UTC),
                                links.release(each.id())
                                        + "/articles/"
                                        + article.id()
                                        + place.query(),
                                isThis ? Optional.empty() : Optional.of(comparison(place, each))));
            }
        }
        return readable;
    }

    /** So many at most, with the given one in their middle, since each has to be looked into. */
    private static List<Registration> nearest(List<Registration> all, Registration around) {
        int at = all.indexOf(around);
        int from = Math.max(0, Math.min(at - CHOICES / 2, all.size() - CHOICES));
        return all.subList(from, Math.min(all.size(), from + CHOICES));
    }

    private String comparison(Place place, Registration other) {
        Version here = place.found().version();
        Version there = other.id().version();
        boolean isOlder = there.compareTo(here) < 0;
        return links.comparison(other.id().pack(), isOlder ? there : here, isOlder ? here : there)
                + "?article="
                + place.article().id();
    }

    private PageContext context(Place place, List<PageContext.Choice> readable) {
        Found found = place.found();
        return new PageContext(
                found.release(),
                links.in(found.release()),
                found.history().newerThan(found.registration()).map(r -> r.id().version()),
                Arrays.stream(ArticleFormat.values())
                        .filter(format -> format != ArticleFormat.HTML)
                        .map(
                                format ->
                                        new PageContext.Format(
                                                format.title(),
                                                format.mediaType(),
                                                format.url(place.address(), place.query())))
                        .toList(),
                readable);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
