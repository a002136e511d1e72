package org.contentpack.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.AssetEntry;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.ItemKind;
import org.contentpack.pack.Redirect;
import org.contentpack.pack.Release;
import org.contentpack.pack.SectionId;

/**
 * What things of an earlier release are called later, by the redirects of all releases on the way.
 * A name that the later release still has is not followed.
 */
final class Lineage {

    private record From(ItemKind kind, Optional<ArticleId> article, String name) {}

    /** Where a name led, by its place among all redirects: each is followed once and onwards. */
    private final Map<From, NavigableMap<Integer, String>> redirects = new HashMap<>();

    /**
     * @param redirects of the releases above the earlier one and up to the later, lowest first
     */
    Lineage(List<Redirect> redirects) {
        for (int i = 0; i < redirects.size(); i++) {
            Redirect redirect = redirects.get(i);
            this.redirects
                    .computeIfAbsent(
                            new From(redirect.kind(), redirect.article(), redirect.from()),
                            from -> new TreeMap<>())
                    .put(i, redirect.to());
        }
    }

    ArticleId article(ArticleId former) {
        List<String> names = names(ItemKind.ARTICLE, List.of(Optional.empty()), former.value());
        return ArticleId.parse(names.get(names.size() - 1)).orElse(former);
    }

    /** A section of an article, whatever the article was called when it was renamed. */
    SectionId section(ArticleId formerArticle, SectionId former) {
        List<Optional<ArticleId>> articles = new ArrayList<>();
        for (String name :
                names(ItemKind.ARTICLE, List.of(Optional.empty()), formerArticle.value())) {
            ArticleId.parse(name).ifPresent(article -> articles.add(Optional.of(article)));
        }
        List<String> names = names(ItemKind.SECTION, articles, former.value());
        return SectionId.parse(names.get(names.size() - 1)).orElse(former);
    }

    FilePath asset(FilePath former) {
        List<String> names = names(ItemKind.ASSET, List.of(Optional.empty()), former.value());
        return FilePath.parse(names.get(names.size() - 1)).orElse(former);
    }

    /** The name and those that it led to, in order. */
    private List<String> names(ItemKind kind, List<Optional<ArticleId>> articles, String name) {
        Set<String> names = new LinkedHashSet<>(Set.of(name));
        String last = name;
        int at = 0;
        while (true) {
            Optional<Map.Entry<Integer, String>> next = next(kind, articles, last, at);
            if (next.isEmpty()) {
                return List.copyOf(names);
            }
            last = next.get().getValue();
            at = next.get().getKey() + 1;
            names.remove(last);
            names.add(last);
        }
    }

    private Optional<Map.Entry<Integer, String>> next(
            ItemKind kind, List<Optional<ArticleId>> articles, String name, int at) {
        return articles.stream()
                .flatMap(
                        article ->
                                Optional.ofNullable(redirects.get(new From(kind, article, name)))
                                        .map(places -> places.ceilingEntry(at))
                                        .stream())
                .min(Map.Entry.comparingByKey());
    }

    /** As if the later release followed the earlier one at once: each former name to the last. */
    List<Redirect> net(Release from) {
        List<Redirect> net = new ArrayList<>();
        for (ArticleHead head : from.articles()) {
            add(
                    net,
                    ItemKind.ARTICLE,
                    Optional.empty(),
                    head.id().value(),
                    article(head.id()).value());
            for (SectionId section : head.sections()) {
                add(
                        net,
                        ItemKind.SECTION,
                        Optional.of(article(head.id())),
                        section.value(),
                        section(head.id(), section).value());
            }
        }
        for (AssetEntry asset : from.manifest().assets()) {
            add(
                    net,
                    ItemKind.ASSET,
                    Optional.empty(),
                    asset.path().value(),
                    asset(asset.path()).value());
        }
        return net;
    }

    private static void add(
            List<Redirect> net,
            ItemKind kind,
            Optional<ArticleId> article,
            String former,
            String now) {
        if (!former.equals(now)) {
            net.add(new Redirect(kind, article, former, now));
        }
    }
}
