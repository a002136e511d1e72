package org.contentpack.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.ItemKind;
import org.contentpack.pack.Release;
import org.contentpack.pack.Section;
import org.contentpack.pack.SectionId;
import org.contentpack.registry.Registry;
import org.contentpack.render.ArticlePage;
import org.contentpack.render.PageContext;
import org.contentpack.rest.Formats.Named;
import org.contentpack.rest.ReleaseLookup.Found;

/** Articles and sections in the language and media type that a request asks for. */
@Dependent
public class ArticleRepresentations {

    @Inject Registry registry;

    @Inject ReleaseLookup lookup;

    @Inject Links links;

    @Inject JsonWriter json;

    @Inject ReleaseAccess access;

    /**
     * @param segment an article's id, with {@code .json} or {@code .html} or without
     * @throws RedirectException where the segment is a slug, or an id that was renamed
     */
    Representation article(
            Found found, String segment, CacheLifetime lifetime, HttpServletRequest request)
            throws IOException {
        Named named = Named.parse(segment);
        Article article = choose(found, named.id(), request);
        Release release = found.release();
        String address = links.article(release.id(), article.id());
        String language = "?lang=" + article.language();
        boolean html = isHtml(named, address, language, request);
        byte[] bytes =
                html
                        ? utf8(
                                new ArticlePage(
                                                article,
                                                found.status(article.head()),
                                                context(found, address, language))
                                        .html())
                        : json.bytes(ArticleAnswer.of(article, found, links));
        return new Representation(
                bytes,
                html ? Representation.HTML : Representation.JSON,
                Optional.of(article.language()),
                lifetime,
                lookup.versionLinks(found, "/articles/" + article.id()),
                Optional.of(address + (html ? ".html" : ".json") + language));
    }

    /**
     * @param segment a section's id, with {@code .json} or {@code .html} or without
     */
    Representation section(
            Found found, String articleText, String segment, HttpServletRequest request)
            throws IOException {
        Article article = choose(found, articleText, request);
        Named named = Named.parse(segment);
        Section section = section(found, article, named.id());
        Release release = found.release();
        String below = "/articles/" + article.id() + "/sections/" + section.id();
        String address = links.release(release.id()) + below;
        String language = "?lang=" + article.language();
        boolean html = isHtml(named, address, language, request);
        byte[] bytes =
                html
                        ? utf8(
                                new ArticlePage(
                                                article,
                                                found.status(article.head()),
                                                context(found, address, language))
                                        .html(section))
                        : json.bytes(SectionAnswer.of(section, article, found, links));
        return new Representation(
                bytes,
                html ? Representation.HTML : Representation.JSON,
                Optional.of(article.language()),
                CacheLifetime.RELEASE,
                lookup.versionLinks(found, below),
                Optional.of(address + (html ? ".html" : ".json") + language));
    }

    private Article choose(Found found, String text, HttpServletRequest request)
            throws IOException {
        Release release = found.release();
        ArticleId.parse(text).ifPresent(id -> access.check(found.history(), found.version(), id));
        List<ArticleHead> translations =
                ArticleId.parse(text).map(release::translations).orElse(List.of());
        if (translations.isEmpty()) {
            throw elsewhere(release, text, request);
        }
        return registry.article(
                Languages.choose(
                        translations,
                        Query.of(Targets.of(request)),
                        Preferences.of(request).acceptLanguage()));
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

    private static boolean isHtml(
            Named named, String address, String language, HttpServletRequest request) {
        return Formats.choose(
                        named.mediaType(),
                        request,
                        List.of(
                                new Problem.Variant(Formats.JSON, address + ".json" + language),
                                new Problem.Variant(Formats.HTML, address + ".html" + language)))
                .equals(Formats.HTML);
    }

    private PageContext context(Found found, String address, String language) throws IOException {
        return new PageContext(
                found.release(),
                links.in(found.release()),
                found.history().newerThan(found.registration()).map(r -> r.id().version()),
                List.of(new PageContext.Format("JSON", address + ".json" + language)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
