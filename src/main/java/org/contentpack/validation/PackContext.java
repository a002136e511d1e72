package org.contentpack.validation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.finding.Position;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.BodyDocument.SectionDocument;
import org.contentpack.manifest.ClosestWord;
import org.contentpack.manifest.FrontMatterDocument;
import org.contentpack.manifest.Located;
import org.contentpack.manifest.ManifestDocument;
import org.contentpack.manifest.PackDocument;
import org.contentpack.pack.Language;
import org.contentpack.pack.OutlineChange;
import org.contentpack.pack.Profile;
import org.contentpack.pack.Release;
import org.jspecify.annotations.Nullable;

/**
 * What rules look at: a pack as it is spelled, and the release that it follows.
 *
 * <p>What several rules ask for is computed once: any question about one article, file or section
 * is answered in a time that does not grow with the pack. For one validation and one thread.
 */
public final class PackContext {

    /** Words that are compared in one validation: some 50 dangling ids among 10,000 articles. */
    private static final long MAX_COMPARISONS = 500_000;

    private final PackDocument document;
    private final Optional<Release> previous;
    private final NavigableMap<String, List<ArticleDocument>> articlesById = new TreeMap<>();
    private final Map<String, ArticleDocument> sources = new HashMap<>();
    private final Map<String, Set<String>> sectionIds = new HashMap<>();
    private final Set<String> listedAssets;
    private final Set<String> files;
    private long comparisons;
    private @Nullable SortedMap<String, ArticleSteps> steps;
    private @Nullable List<OutlineChange> outlineChanges;

    /**
     * @param previous the highest stable release below this version; empty for a first release
     */
    public PackContext(PackDocument document, Optional<Release> previous) {
        this.document = document;
        this.previous = previous;
        for (ArticleDocument article : document.articles()) {
            String id = idOf(article);
            articlesById.computeIfAbsent(id, i -> new ArrayList<>()).add(article);
            if (!isTranslation(article)) {
                sources.putIfAbsent(id, article);
            }
        }
        this.listedAssets =
                manifest().stream()
                        .flatMap(m -> m.document().assets().stream())
                        .map(ManifestDocument.AssetDocument::path)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toCollection(TreeSet::new));
        this.files =
                document.files().list().entries().stream()
                        .map(e -> e.path().value())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    public PackDocument document() {
        return document;
    }

    /** The highest stable release below this version; empty for a first release. */
    public Optional<Release> previous() {
        return previous;
    }

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
        return Collections.unmodifiableSet(articlesById.keySet());
    }

    /** All languages of one article. */
    public List<ArticleDocument> articles(String id) {
        return Collections.unmodifiableList(articlesById.getOrDefault(id, List.of()));
    }

    /** The ids of the articles in the pack's own language, as written. */
    public Set<String> sourceIds() {
        return Collections.unmodifiableSet(sources.keySet());
    }

    /** The article of the pack's own language that this one is made from. */
    public Optional<ArticleDocument> sourceOf(ArticleDocument translation) {
        return Optional.ofNullable(sources.get(idOf(translation)));
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
        return sectionIds.computeIfAbsent(
                articleId,
                id -> {
                    Set<String> all = new TreeSet<>();
                    articles(id).forEach(article -> all.addAll(sectionIds(article)));
                    return Collections.unmodifiableSet(all);
                });
    }

    /** The paths under {@code assets} in the manifest, as written. */
    public Set<String> listedAssets() {
        return Collections.unmodifiableSet(listedAssets);
    }

    /** The paths of all files. */
    public Set<String> files() {
        return Collections.unmodifiableSet(files);
    }

    /** What became of each article since the previous release; none where there is no such. */
    SortedMap<String, ArticleSteps> steps() {
        SortedMap<String, ArticleSteps> known = steps;
        if (known == null) {
            known = previous.map(p -> ArticleSteps.of(this, p)).orElseGet(TreeMap::new);
            steps = known;
        }
        return Collections.unmodifiableSortedMap(known);
    }

    /** What {@link DocumentOutline#changes} says; none where it can say nothing. */
    List<OutlineChange> outlineChanges() {
        List<OutlineChange> known = outlineChanges;
        if (known == null) {
            known = DocumentOutline.changes(this).orElse(List.of());
            outlineChanges = known;
        }
        return known;
    }

    /**
     * The one of the known words that was probably meant by the written one, for {@link
     * Finding#suggesting}. Empty where none is near, and where a pack has asked so often that
     * answers would take seconds.
     */
    public Optional<String> nearest(String written, Collection<String> known) {
        comparisons += known.size();
        return comparisons > MAX_COMPARISONS ? Optional.empty() : ClosestWord.of(written, known);
    }

    /** A path as an article's text links it; articles stand side by side. */
    static String asLinked(String path) {
        return path.startsWith("articles/") ? path.substring("articles/".length()) : "../" + path;
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
