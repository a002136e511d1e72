package org.contentpack.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.BodyDocument.SectionDocument;
import org.contentpack.manifest.Located;
import org.contentpack.manifest.ManifestDocument;
import org.contentpack.manifest.ManifestDocument.RedirectDocument;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.pack.Outline;
import org.contentpack.pack.OutlineChange;
import org.contentpack.pack.Redirect;
import org.contentpack.pack.Release;
import org.contentpack.pack.SectionId;

/** The outline of a pack that may still have other findings. */
final class DocumentOutline {

    private DocumentOutline() {}

    /**
     * What is different since the previous release.
     *
     * @return empty where there is none, or where a name in the pack cannot be read: a floor
     *     computed without it would say that something is gone
     */
    static Optional<List<OutlineChange>> changes(PackContext context) {
        Optional<Release> previous = context.previous();
        Optional<Outline> now = of(context);
        return previous.isEmpty() || now.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        now.get().changesSince(Outline.of(previous.get()), redirects(context)));
    }

    private static Optional<Outline> of(PackContext context) {
        Optional<Language> language = context.language();
        Optional<String> license = context.manifest().map(m -> m.document().license());
        if (language.isEmpty() || license.isEmpty() || hasUnreadArticle(context)) {
            return Optional.empty();
        }
        NavigableMap<ArticleId, NavigableSet<SectionId>> articles = new TreeMap<>();
        NavigableMap<ArticleId, NavigableSet<Language>> translations = new TreeMap<>();
        for (ArticleDocument article : context.articles()) {
            Optional<ArticleId> id = ArticleId.parse(PackContext.idOf(article));
            Optional<Language> articleLanguage = context.languageOf(article);
            Optional<List<SectionId>> sections = sections(article);
            if (id.isEmpty() || articleLanguage.isEmpty() || sections.isEmpty()) {
                return Optional.empty();
            }
            articles.computeIfAbsent(id.get(), i -> new TreeSet<>()).addAll(sections.get());
            translations.computeIfAbsent(id.get(), i -> new TreeSet<>()).add(articleLanguage.get());
        }
        NavigableSet<FilePath> assets = new TreeSet<>();
        context.listedAssets().forEach(a -> FilePath.parse(a).ifPresent(assets::add));
        return Optional.of(
                new Outline(language.get(), license.get(), articles, translations, assets));
    }

    /** True where a file among the articles has a name or a length with which none is read. */
    private static boolean hasUnreadArticle(PackContext context) {
        long files =
                context.document().files().list().entries().stream()
                        .filter(e -> e.path().isIn("articles"))
                        .count();
        return files > context.articles().size();
    }

    private static Optional<List<SectionId>> sections(ArticleDocument article) {
        List<SectionId> ids = new ArrayList<>();
        for (SectionDocument section : PackContext.sections(article)) {
            Optional<SectionId> id = section.id().flatMap(SectionId::parse);
            if (id.isEmpty()) {
                return Optional.empty();
            }
            ids.add(id.get());
        }
        return Optional.of(ids);
    }

    private static List<Redirect> redirects(PackContext context) {
        List<Redirect> redirects = new ArrayList<>();
        for (RedirectDocument redirect :
                context.manifest()
                        .map(Located::document)
                        .map(ManifestDocument::redirects)
                        .orElse(List.of())) {
            String to = redirect.to();
            PackItem.of(redirect.kind(), redirect.article(), redirect.from())
                    .filter(from -> to != null)
                    .ifPresent(
                            from ->
                                    redirects.add(
                                            new Redirect(
                                                    from.kind(),
                                                    from.article().flatMap(ArticleId::parse),
                                                    from.name(),
                                                    String.valueOf(to))));
        }
        return redirects;
    }
}
