package org.contentpack.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.contentpack.pack.OutlineChange.Action;
import org.contentpack.pack.OutlineChange.Part;
import org.contentpack.version.Bump;

/**
 * What of a release others point at: the names in it and the terms it is under, without the text.
 *
 * <p>Its difference to an earlier outline is the structural floor of the version step: what went
 * away or was renamed without a redirect breaks links ({@code major}), what came is new ({@code
 * minor}). It says nothing of how much a change of text matters; that is {@link ChangeKind}.
 *
 * @param articles section ids by article id; the union over its languages
 * @param translations the languages of each article
 */
public record Outline(
        Language language,
        String license,
        NavigableMap<ArticleId, NavigableSet<SectionId>> articles,
        NavigableMap<ArticleId, NavigableSet<Language>> translations,
        NavigableSet<FilePath> assets) {

    public static Outline of(Release release) {
        NavigableMap<ArticleId, NavigableSet<SectionId>> articles = new TreeMap<>();
        NavigableMap<ArticleId, NavigableSet<Language>> translations = new TreeMap<>();
        for (ArticleHead article : release.articles()) {
            NavigableSet<SectionId> sections =
                    articles.computeIfAbsent(article.id(), id -> new TreeSet<>());
            sections.addAll(article.sections());
            translations
                    .computeIfAbsent(article.id(), id -> new TreeSet<>())
                    .add(article.language());
        }
        NavigableSet<FilePath> assets = new TreeSet<>();
        release.manifest().assets().forEach(asset -> assets.add(asset.path()));
        return new Outline(
                release.manifest().language(),
                release.manifest().license(),
                articles,
                translations,
                assets);
    }

    /**
     * What is different here from the former outline, in a fixed order: terms, articles,
     * translations, sections, assets.
     *
     * @param redirects of this release; what they cover is not lost
     */
    public List<OutlineChange> changesSince(Outline former, List<Redirect> redirects) {
        List<OutlineChange> changes = new ArrayList<>();
        if (!language.equals(former.language)) {
            changes.add(
                    new OutlineChange(Bump.MAJOR, Part.LANGUAGE, Action.CHANGED, language.tag()));
        }
        if (!license.equals(former.license)) {
            changes.add(new OutlineChange(Bump.MAJOR, Part.LICENSE, Action.CHANGED, license));
        }
        Moves moves = new Moves(redirects);
        compare(
                changes,
                Part.ARTICLE,
                former.articles.keySet(),
                articles.keySet(),
                Object::toString,
                id -> moves.lead(ItemKind.ARTICLE, Optional.empty(), id.value(), this::hasArticle));
        for (ArticleId id : common(former.articles, articles)) {
            Set<Language> languages = translations.getOrDefault(id, new TreeSet<>());
            Set<SectionId> sections = articles.getOrDefault(id, new TreeSet<>());
            compare(
                    changes,
                    Part.TRANSLATION,
                    former.translations.getOrDefault(id, new TreeSet<>()),
                    languages,
                    language -> id + "#" + language,
                    language -> false);
            compare(
                    changes,
                    Part.SECTION,
                    former.articles.getOrDefault(id, new TreeSet<>()),
                    sections,
                    section -> id + "#" + section,
                    section ->
                            moves.lead(
                                    ItemKind.SECTION,
                                    Optional.of(id),
                                    section.value(),
                                    to ->
                                            SectionId.parse(to)
                                                    .filter(sections::contains)
                                                    .isPresent()));
        }
        compare(
                changes,
                Part.ASSET,
                former.assets,
                assets,
                Object::toString,
                path -> moves.lead(ItemKind.ASSET, Optional.empty(), path.value(), this::hasAsset));
        return List.copyOf(changes);
    }

    /** The smallest step that the changes allow: {@code patch} where there are none. */
    public static Bump requiredBump(List<OutlineChange> changes) {
        return changes.stream().map(OutlineChange::bump).reduce(Bump.PATCH, Bump::or);
    }

    private boolean hasArticle(String id) {
        return ArticleId.parse(id).filter(articles::containsKey).isPresent();
    }

    private boolean hasAsset(String path) {
        return FilePath.parse(path).filter(assets::contains).isPresent();
    }

    private static <T> void compare(
            List<OutlineChange> changes,
            Part part,
            Set<T> before,
            Set<T> after,
            Function<T, String> name,
            Predicate<T> isMoved) {
        for (T item : before) {
            if (!after.contains(item)) {
                changes.add(
                        isMoved.test(item)
                                ? new OutlineChange(
                                        Bump.PATCH, part, Action.RENAMED, name.apply(item))
                                : new OutlineChange(
                                        Bump.MAJOR, part, Action.REMOVED, name.apply(item)));
            }
        }
        for (T item : after) {
            if (!before.contains(item)) {
                changes.add(new OutlineChange(Bump.MINOR, part, Action.ADDED, name.apply(item)));
            }
        }
    }

    private static Set<ArticleId> common(Map<ArticleId, ?> before, Map<ArticleId, ?> after) {
        Set<ArticleId> both = new LinkedHashSet<>(before.keySet());
        both.retainAll(after.keySet());
        return both;
    }

    /** Redirects by what they lead away from; a manifest may hold tens of thousands. */
    private static final class Moves {

        private record From(ItemKind kind, Optional<ArticleId> article, String name) {}

        private final Map<From, List<String>> to = new HashMap<>();

        Moves(List<Redirect> redirects) {
            for (Redirect redirect : redirects) {
                to.computeIfAbsent(
                                new From(redirect.kind(), redirect.article(), redirect.from()),
                                from -> new ArrayList<>())
                        .add(redirect.to());
            }
        }

        boolean lead(
                ItemKind kind,
                Optional<ArticleId> article,
                String name,
                Predicate<String> somewhere) {
            return to.getOrDefault(new From(kind, article, name), List.of()).stream()
                    .anyMatch(somewhere);
        }
    }
}
