package org.contentpack.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
        Predicate<ArticleId> articleMoved =
                id ->
                        covers(
                                redirects,
                                ItemKind.ARTICLE,
                                Optional.empty(),
                                id.value(),
                                to ->
                                        ArticleId.parse(to)
                                                .filter(articles::containsKey)
                                                .isPresent());
        compare(changes, Part.ARTICLE, former.articles.keySet(), articles.keySet(), articleMoved);
        for (ArticleId id : common(former.articles, articles)) {
            compare(
                    changes,
                    Part.TRANSLATION,
                    names(former.translations, id),
                    names(translations, id),
                    name -> false);
            compare(
                    changes,
                    Part.SECTION,
                    names(former.articles, id),
                    names(articles, id),
                    name ->
                            covers(
                                    redirects,
                                    ItemKind.SECTION,
                                    Optional.of(id),
                                    name.substring(name.indexOf('#') + 1),
                                    to -> names(articles, id).contains(id + "#" + to)));
        }
        compare(
                changes,
                Part.ASSET,
                former.assets,
                assets,
                path ->
                        covers(
                                redirects,
                                ItemKind.ASSET,
                                Optional.empty(),
                                path.value(),
                                to -> FilePath.parse(to).filter(assets::contains).isPresent()));
        return List.copyOf(changes);
    }

    /** The smallest step that the changes allow: {@code patch} where there are none. */
    public static Bump requiredBump(List<OutlineChange> changes) {
        return changes.stream().map(OutlineChange::bump).reduce(Bump.PATCH, Bump::or);
    }

    private static <T> void compare(
            List<OutlineChange> changes,
            Part part,
            Set<T> before,
            Set<T> after,
            Predicate<T> isMoved) {
        for (T name : before) {
            if (!after.contains(name)) {
                changes.add(
                        isMoved.test(name)
                                ? new OutlineChange(
                                        Bump.PATCH, part, Action.RENAMED, name.toString())
                                : new OutlineChange(
                                        Bump.MAJOR, part, Action.REMOVED, name.toString()));
            }
        }
        for (T name : after) {
            if (!before.contains(name)) {
                changes.add(new OutlineChange(Bump.MINOR, part, Action.ADDED, name.toString()));
            }
        }
    }

    private static Set<ArticleId> common(Map<ArticleId, ?> before, Map<ArticleId, ?> after) {
        Set<ArticleId> both = new LinkedHashSet<>(before.keySet());
        both.retainAll(after.keySet());
        return both;
    }

    /** Names within an article: {@code article#section}, {@code article#es}. */
    private static <T> Set<String> names(
            NavigableMap<ArticleId, NavigableSet<T>> parts, ArticleId id) {
        Set<String> names = new LinkedHashSet<>();
        parts.getOrDefault(id, new TreeSet<>()).forEach(name -> names.add(id + "#" + name));
        return names;
    }

    private static boolean covers(
            List<Redirect> redirects,
            ItemKind kind,
            Optional<ArticleId> article,
            String from,
            Predicate<String> leadsSomewhere) {
        return redirects.stream()
                .anyMatch(
                        r ->
                                r.kind() == kind
                                        && r.article().equals(article)
                                        && r.from().equals(from)
                                        && leadsSomewhere.test(r.to()));
    }
}
