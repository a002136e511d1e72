package org.contentpack.validation;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.contentpack.finding.Location;
import org.contentpack.finding.Position;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.BodyDocument.SectionDocument;
import org.contentpack.manifest.FrontMatterDocument;
import org.contentpack.manifest.Located;
import org.contentpack.manifest.ManifestDocument;
import org.contentpack.manifest.PackDocument;
import org.contentpack.pack.Language;
import org.contentpack.pack.Profile;
import org.contentpack.pack.Release;

/**
 * What rules look at: a pack as it is spelled, and the release that it follows.
 *
 * @param previous the highest stable release below this version; empty for a first release
 */
public record PackContext(PackDocument document, Optional<Release> previous) {

    public List<ArticleDocument> articles() {
        return document.articles();
    }

    public Optional<Located<ManifestDocument>> manifest() {
        return document.manifest();
    }

    /** The language of the articles that are no translations; empty where it cannot be read. */
    public Optional<Language> language() {
        return manifest().map(m -> m.document().language()).flatMap(Language::parse);
    }

    public Optional<Profile> profile() {
        return manifest().map(m -> m.document().profile()).flatMap(Profile::parse);
    }

    /** The language of one article; empty where it cannot be read. */
    public Optional<Language> languageOf(ArticleDocument article) {
        return isTranslation(article)
                ? article.languageSuffix().flatMap(Language::parse)
                : language();
    }

    /** True where the file's name has a language, whatever it is. */
    public static boolean isTranslation(ArticleDocument article) {
        return article.languageSuffix().isPresent();
    }

    /** The id as written; where there is none, what it has to be. */
    public static String idOf(ArticleDocument article) {
        return frontMatter(article).map(FrontMatterDocument::id).orElse(article.stem());
    }

    public static Optional<FrontMatterDocument> frontMatter(ArticleDocument article) {
        return article.frontMatter().map(Located::document);
    }

    /** The ids of all articles, as written. */
    public Set<String> articleIds() {
        return articles().stream()
                .map(PackContext::idOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All languages of one article. */
    public List<ArticleDocument> articles(String id) {
        return articles().stream().filter(a -> idOf(a).equals(id)).toList();
    }

    /** The article of the pack's own language that this one is made from. */
    public Optional<ArticleDocument> sourceOf(ArticleDocument translation) {
        return articles(idOf(translation)).stream().filter(a -> !isTranslation(a)).findFirst();
    }

    /** The sections in the order of the text; an empty text before the first heading is none. */
    public static List<SectionDocument> sections(ArticleDocument article) {
        return article.body().sections().stream()
                .filter(s -> s.heading().isPresent() || !s.markdown().isBlank())
                .toList();
    }

    /** Section ids in the order of the text, as written. */
    public static List<String> sectionIds(ArticleDocument article) {
        return sections(article).stream().flatMap(s -> s.id().stream()).toList();
    }

    /** Section ids of an article in any of its languages. */
    public Set<String> sectionIds(String articleId) {
        return articles(articleId).stream()
                .map(PackContext::sectionIds)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The paths under {@code assets} in the manifest, as written. */
    public Set<String> listedAssets() {
        return manifest().stream()
                .flatMap(m -> m.document().assets().stream())
                .map(ManifestDocument.AssetDocument::path)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The paths of all files. */
    public Set<String> files() {
        return document.files().list().entries().stream()
                .map(e -> e.path().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where a value of the front matter stands; the file as a whole where there is none. */
    public static Location at(ArticleDocument article, String pointer) {
        return article.frontMatter()
                .map(f -> f.locations().of(pointer))
                .orElse(Location.of(article.file()));
    }

    public static Location at(ArticleDocument article, Position position) {
        return Location.of(article.file(), position);
    }
}
