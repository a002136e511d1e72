package org.contentpack.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.contentpack.compare.ArticleDifference.Left;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.AssetEntry;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.pack.Manifest;
import org.contentpack.pack.Outline;
import org.contentpack.pack.OutlineChange;
import org.contentpack.pack.Profile;
import org.contentpack.pack.Redirect;
import org.contentpack.pack.Release;
import org.contentpack.pack.Tag;
import org.contentpack.version.Bump;

/**
 * What is different in one release of a pack against another: structure, fields, sections, words
 * and assets. Against {@link ContentMerge}, which merges three states of one article, this only
 * looks.
 *
 * <p>It takes time by what differs: articles whose file is the same are not read. Where more
 * differs than {@value #MAX_BYTES} bytes, the articles behind are named and not compared.
 *
 * @param bump the step that the structure requires; empty where nothing at all is different
 * @param outline what is different in the structure
 * @param fields of the manifest
 * @param articles in the order of the later release, then those that were removed
 * @param unchanged how many articles, each language by itself, are the same
 */
public record ReleaseComparison(
        Optional<Bump> bump,
        List<OutlineChange> outline,
        List<FieldChange> fields,
        List<ArticleDifference> articles,
        List<AssetDifference> assets,
        int unchanged) {

    /** Length of article files, on both sides together, whose texts are compared at once. */
    public static final long MAX_BYTES = 4_000_000;

    public ReleaseComparison {
        outline = List.copyOf(outline);
        fields = List.copyOf(fields);
        articles = List.copyOf(articles);
        assets = List.copyOf(assets);
    }

    /** Where texts of articles come from. */
    public interface Texts {
        Article of(ArticleHead head) throws IOException;
    }

    /**
     * A release to compare.
     *
     * @param isWithdrawn whether the text of an article may not be shown
     */
    public record Side(Release release, Texts texts, Predicate<ArticleId> isWithdrawn) {

        private long size(ArticleHead head) {
            return release.files().find(head.path()).map(FileEntry::sizeBytes).orElse(0L);
        }
    }

    /**
     * Compares.
     *
     * @param redirects of the releases above the earlier and up to the later, lowest first; none
     *     where the later one is the lower
     * @param only this article, under its name in either release; empty for all
     */
    public static ReleaseComparison of(
            Side from, Side to, List<Redirect> redirects, Optional<ArticleId> only)
            throws IOException {
        Lineage lineage = new Lineage(redirects);
        List<OutlineChange> outline =
                Outline.of(to.release)
                        .changesSince(Outline.of(from.release), lineage.net(from.release));
        Articles articles = new Articles(from, to, lineage);
        articles.compare(only);
        return new ReleaseComparison(
                from.release.digest().equals(to.release.digest())
                        ? Optional.empty()
                        : Optional.of(Outline.requiredBump(outline)),
                outline,
                manifest(from.release.manifest(), to.release.manifest()),
                articles.found,
                assets(from.release, to.release, lineage),
                articles.unchanged);
    }

    private static List<FieldChange> manifest(Manifest from, Manifest to) {
        return new FieldChanges<>(from, to)
                .text("title", Manifest::title)
                .text("summary", Manifest::summary)
                .text("language", manifest -> manifest.language().tag())
                .text("license", Manifest::license)
                .text("publisher", Manifest::publisher)
                .optional(
                        "owners",
                        manifest ->
                                manifest.owners()
                                        .map(
                                                owners ->
                                                        owners.content().orElse("")
                                                                + "\n"
                                                                + owners.clinical().orElse("")))
                .optional("reportTo", manifest -> manifest.reportTo().map(Object::toString))
                .text("released", manifest -> manifest.released().toString())
                .list("authors", Manifest::authors, ArticleComparer::author)
                .list(
                        "provenance",
                        Manifest::provenance,
                        each ->
                                each.title()
                                        + ", "
                                        + each.site()
                                        + ", "
                                        + each.byline()
                                        + ", "
                                        + each.changes())
                .optional("profile", manifest -> manifest.profile().map(Profile::id))
                .list("tags", Manifest::tags, Tag::value)
                .list("related", Manifest::related, each -> each.article() + " and " + each.to())
                .found();
    }

    private static List<AssetDifference> assets(Release from, Release to, Lineage lineage) {
        Map<FilePath, AssetEntry> former = new LinkedHashMap<>();
        for (AssetEntry asset : from.manifest().assets()) {
            FilePath now = lineage.asset(asset.path());
            boolean followed =
                    to.manifest().asset(asset.path()).isEmpty()
                            && to.manifest().asset(now).isPresent();
            former.putIfAbsent(followed ? now : asset.path(), asset);
        }
        List<AssetDifference> found = new ArrayList<>();
        for (AssetEntry asset : to.manifest().assets()) {
            AssetEntry before = former.remove(asset.path());
            if (before == null) {
                found.add(only(asset, Difference.ADDED));
            } else {
                asset(new Shown(before, from), new Shown(asset, to)).ifPresent(found::add);
            }
        }
        former.values().forEach(asset -> found.add(only(asset, Difference.REMOVED)));
        return found;
    }

    private static AssetDifference only(AssetEntry asset, Difference difference) {
        return new AssetDifference(asset.path(), Optional.empty(), Set.of(difference), List.of());
    }

    /** An asset in a release. */
    private record Shown(AssetEntry entry, Release release) {

        Optional<String> digest() {
            return release.files().find(entry.path()).map(file -> file.digest().value());
        }
    }

    private static Optional<AssetDifference> asset(Shown from, Shown to) {
        List<FieldChange> fields =
                new FieldChanges<>(from, to)
                        .text("alt", shown -> shown.entry.alt())
                        .text("title", shown -> shown.entry.title())
                        .text("credit", shown -> shown.entry.credit())
                        .text("license", shown -> shown.entry.license())
                        .optional("digest", Shown::digest)
                        .found();
        boolean renamed = !from.entry.path().equals(to.entry.path());
        if (fields.isEmpty() && !renamed) {
            return Optional.empty();
        }
        Set<Difference> differences = new java.util.HashSet<>();
        if (renamed) {
            differences.add(Difference.RENAMED);
        }
        if (!fields.isEmpty()) {
            differences.add(Difference.CHANGED);
        }
        return Optional.of(
                new AssetDifference(
                        to.entry.path(),
                        renamed ? Optional.of(from.entry.path()) : Optional.empty(),
                        differences,
                        fields));
    }

    /** The articles of both sides, one after the other. */
    private static final class Articles {

        private record Key(ArticleId id, Language language) {}

        private final Side from;
        private final Side to;
        private final Lineage lineage;
        private final List<ArticleDifference> found = new ArrayList<>();
        private int unchanged;
        private long left = MAX_BYTES;

        Articles(Side from, Side to, Lineage lineage) {
            this.from = from;
            this.to = to;
            this.lineage = lineage;
        }

        void compare(Optional<ArticleId> only) throws IOException {
            Map<Key, ArticleHead> former = former();
            for (ArticleHead head : to.release.articles()) {
                ArticleHead before = former.remove(new Key(head.id(), head.language()));
                if (isAsked(only, head) || (before != null && isAsked(only, before))) {
                    compare(Optional.ofNullable(before), Optional.of(head));
                }
            }
            for (ArticleHead before : former.values()) {
                if (isAsked(only, before)) {
                    compare(Optional.of(before), Optional.empty());
                }
            }
        }

        private static boolean isAsked(Optional<ArticleId> only, ArticleHead head) {
            return only.map(head.id()::equals).orElse(true);
        }

        private Map<Key, ArticleHead> former() {
            Map<Key, ArticleHead> former = new LinkedHashMap<>();
            Map<Key, ArticleHead> renamed = new HashMap<>();
            for (ArticleHead head : from.release.articles()) {
                ArticleId now = lineage.article(head.id());
                boolean followed =
                        to.release.translations(head.id()).isEmpty()
                                && !to.release.translations(now).isEmpty();
                if (followed) {
                    renamed.putIfAbsent(new Key(now, head.language()), head);
                    former.put(new Key(head.id(), head.language()), head);
                } else {
                    former.put(new Key(head.id(), head.language()), head);
                }
            }
            renamed.forEach(
                    (key, head) -> {
                        // Where two articles became one, only one of them can be followed.
                        if (!former.containsKey(key)) {
                            former.remove(new Key(head.id(), head.language()));
                            former.put(key, head);
                        }
                    });
            return former;
        }

        private void compare(Optional<ArticleHead> before, Optional<ArticleHead> after)
                throws IOException {
            boolean renamed =
                    before.isPresent()
                            && after.isPresent()
                            && !before.get().id().equals(after.get().id());
            if (!renamed
                    && before.map(ArticleHead::digest).equals(after.map(ArticleHead::digest))) {
                unchanged++;
                return;
            }
            Set<Difference> differences = new java.util.HashSet<>();
            if (before.isEmpty()) {
                differences.add(Difference.ADDED);
            } else if (after.isEmpty()) {
                differences.add(Difference.REMOVED);
            } else {
                differences.add(Difference.CHANGED);
            }
            if (renamed) {
                differences.add(Difference.RENAMED);
            }
            Optional<Left> why = left(before, after);
            List<FieldChange> fields = List.of();
            List<SectionDifference> sections = List.of();
            if (before.isPresent() && after.isPresent() && why.isEmpty()) {
                ArticleComparer comparer =
                        new ArticleComparer(
                                from.texts.of(before.get()), to.texts.of(after.get()), lineage);
                fields = comparer.fields();
                sections = comparer.sections();
            }
            found.add(new ArticleDifference(before, after, differences, fields, sections, why));
        }

        private Optional<Left> left(Optional<ArticleHead> before, Optional<ArticleHead> after) {
            if (before.filter(head -> from.isWithdrawn.test(head.id())).isPresent()
                    || after.filter(head -> to.isWithdrawn.test(head.id())).isPresent()) {
                return Optional.of(Left.WITHDRAWN);
            }
            if (before.isEmpty() || after.isEmpty()) {
                return Optional.empty();
            }
            left -= from.size(before.get()) + to.size(after.get());
            return left < 0 ? Optional.of(Left.TOO_MUCH) : Optional.empty();
        }
    }
}
