package org.contentpack.compare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contentpack.pack.Article;
import org.contentpack.pack.Author;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Review;
import org.contentpack.pack.Section;
import org.contentpack.pack.SectionId;
import org.contentpack.pack.SectionKind;
import org.contentpack.pack.Source;
import org.contentpack.pack.SourceId;
import org.contentpack.pack.Tag;

/** Two states of one article in one language, field by field and section by section. */
final class ArticleComparer {

    private final Article from;
    private final Article to;

    /** Sections of the earlier article by what they are called in the later one. */
    private final Map<SectionId, Section> former = new LinkedHashMap<>();

    ArticleComparer(Article from, Article to, Lineage lineage) {
        this.from = from;
        this.to = to;
        Set<SectionId> has = new HashSet<>(to.head().sections());
        from.sections().stream()
                .filter(section -> has.contains(section.id()))
                .forEach(section -> former.put(section.id(), section));
        for (Section section : from.sections()) {
            if (!has.contains(section.id())) {
                SectionId now = lineage.section(from.id(), section.id());
                // Of two sections that became one, only one can be followed.
                former.putIfAbsent(
                        has.contains(now) && !former.containsKey(now) ? now : section.id(),
                        section);
            }
        }
    }

    List<FieldChange> fields() {
        return new FieldChanges<>(from, to)
                .text("slug", article -> article.slug().value())
                .text("title", Article::title)
                .text("summary", Article::summary)
                .list("authors", Article::authors, ArticleComparer::author)
                .list("tags", Article::tags, Tag::value)
                .text("audience", Article::audience)
                .text("firstPublished", article -> article.firstPublished().toString())
                .text("contentChanged", article -> article.contentChanged().toString())
                .text("review", article -> review(article.review()))
                .list("sources", Article::sources, ArticleComparer::source)
                .optional("disclaimer", Article::disclaimer)
                .optional("translates", article -> article.head().translates().map(Digest::value))
                .found();
    }

    static String author(Author author) {
        return author.name() + author.role().map(role -> " (" + role + ")").orElse("");
    }

    private static String source(Source source) {
        return source.id()
                + ": "
                + source.publisher()
                + ", "
                + source.title()
                + ", "
                + source.url()
                + ", checked "
                + source.checked();
    }

    private static String review(Review review) {
        return review instanceof Review.Reviewed reviewed
                ? "reviewed by "
                        + reviewed.reviewer().name()
                        + " ("
                        + reviewed.reviewer().role()
                        + ") on "
                        + reviewed.lastReviewed()
                        + ", next review "
                        + reviewed.nextReview()
                : "unreviewed";
    }

    List<SectionDifference> sections() {
        Set<SectionId> moved = moved();
        List<SectionDifference> found = new ArrayList<>();
        Set<SectionId> has = new HashSet<>();
        for (Section section : to.sections()) {
            has.add(section.id());
            Section before = former.get(section.id());
            if (before == null) {
                found.add(SectionDifference.added(section));
            } else {
                difference(before, section, moved.contains(section.id())).ifPresent(found::add);
            }
        }
        former.forEach(
                (id, section) -> {
                    if (!has.contains(id)) {
                        found.add(SectionDifference.removed(section));
                    }
                });
        return found;
    }

    private static Optional<SectionDifference> difference(
            Section before, Section section, boolean moved) {
        List<FieldChange> fields =
                new FieldChanges<>(before, section)
                        .optional("heading", Section::heading)
                        .optional("kind", each -> each.kind().map(SectionKind::id))
                        .list("cites", Section::cites, SourceId::value)
                        .found();
        boolean rewritten = !before.markdown().equals(section.markdown());
        boolean renamed = !before.id().equals(section.id());
        Set<Difference> differences = EnumSet.noneOf(Difference.class);
        if (renamed) {
            differences.add(Difference.RENAMED);
        }
        if (moved) {
            differences.add(Difference.MOVED);
        }
        if (rewritten || !fields.isEmpty()) {
            differences.add(Difference.CHANGED);
        }
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new SectionDifference(
                                section.id(),
                                renamed ? Optional.of(before.id()) : Optional.empty(),
                                section.heading(),
                                differences,
                                fields,
                                rewritten
                                        ? Optional.of(
                                                WordDiff.of(before.markdown(), section.markdown()))
                                        : Optional.empty()));
    }

    private Set<SectionId> moved() {
        Map<Section, SectionId> nowIds = new HashMap<>();
        former.forEach((id, section) -> nowIds.put(section, id));
        Set<SectionId> has = new HashSet<>(to.head().sections());
        List<SectionId> before = new ArrayList<>();
        for (Section section : from.sections()) {
            Optional.ofNullable(nowIds.get(section)).filter(has::contains).ifPresent(before::add);
        }
        return Moved.between(
                before, to.head().sections().stream().filter(former::containsKey).toList());
    }
}
