package org.contentpack.rest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.contentpack.compare.ArticleDifference;
import org.contentpack.compare.AssetDifference;
import org.contentpack.compare.Difference;
import org.contentpack.compare.FieldChange;
import org.contentpack.compare.ReleaseComparison;
import org.contentpack.compare.SectionDifference;
import org.contentpack.compare.WordDiff;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.ChangeKind;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.pack.OutlineChange;
import org.contentpack.pack.PackId;
import org.contentpack.pack.SectionId;
import org.contentpack.version.Bump;
import org.contentpack.version.Version;

/** The wire shape of a comparison; {@code docs/api/compare.json}. */
record CompareAnswer(
        PackId pack,
        Side from,
        Side to,
        Optional<String> bump,
        List<Structure> structure,
        List<Note> notes,
        List<FieldAnswer> fields,
        List<ArticleItem> articles,
        int unchangedArticles,
        List<AssetItem> assets,
        String url) {

    /** One of both releases. */
    record Side(Version version, Digest digest, String url) {}

    /** A difference that counts for the step. */
    record Structure(String part, String action, String name, String bump) {

        private static Structure of(OutlineChange change) {
            return new Structure(
                    change.part().id(), change.action().id(), change.name(), change.bump().id());
        }
    }

    /** What a release on the way says that it changed. */
    record Note(Version version, ChangeKind kind, ArticleId article, String text) {}

    /** A value on both sides. */
    record FieldAnswer(
            String field, Optional<String> from, Optional<String> to, List<PieceAnswer> words) {

        private static FieldAnswer of(FieldChange change) {
            return new FieldAnswer(
                    change.name(), change.from(), change.to(), pieces(change.words()));
        }
    }

    /** A stretch of text. */
    record PieceAnswer(String kind, String text) {}

    /** An article that differs. */
    record ArticleItem(
            ArticleId article,
            Language language,
            Optional<String> title,
            Optional<ArticleId> former,
            List<String> differences,
            Optional<String> notCompared,
            List<FieldAnswer> fields,
            List<SectionItem> sections,
            Optional<String> fromUrl,
            Optional<String> toUrl) {}

    /** A section that differs. */
    record SectionItem(
            SectionId section,
            Optional<SectionId> former,
            Optional<String> heading,
            List<String> differences,
            List<FieldAnswer> fields,
            List<PieceAnswer> words) {

        private static SectionItem of(SectionDifference section) {
            return new SectionItem(
                    section.id(),
                    section.former(),
                    section.heading(),
                    ids(section.differences()),
                    section.fields().stream().map(FieldAnswer::of).toList(),
                    section.words().map(CompareAnswer::pieces).orElse(List.of()));
        }
    }

    /** An asset that differs. */
    record AssetItem(
            FilePath path,
            Optional<FilePath> former,
            List<String> differences,
            List<FieldAnswer> fields) {

        private static AssetItem of(AssetDifference asset) {
            return new AssetItem(
                    asset.path(),
                    asset.former(),
                    ids(asset.differences()),
                    asset.fields().stream().map(FieldAnswer::of).toList());
        }
    }

    static CompareAnswer of(Compared compared, String url, Links links) {
        ReleaseComparison comparison = compared.comparison();
        return new CompareAnswer(
                compared.to().registration().id().pack(),
                side(compared.from(), links),
                side(compared.to(), links),
                comparison.bump().map(Bump::id),
                comparison.outline().stream().map(Structure::of).toList(),
                compared.notes(),
                comparison.fields().stream().map(FieldAnswer::of).toList(),
                comparison.articles().stream().map(a -> article(a, compared, links)).toList(),
                comparison.unchanged(),
                comparison.assets().stream().map(AssetItem::of).toList(),
                url);
    }

    private static Side side(ReleaseLookup.Found found, Links links) {
        return new Side(
                found.version(),
                found.registration().digest(),
                links.release(found.registration().id()));
    }

    private static ArticleItem article(ArticleDifference article, Compared compared, Links links) {
        boolean withdrawn =
                article.left().filter(ArticleDifference.Left.WITHDRAWN::equals).isPresent();
        return new ArticleItem(
                article.head().id(),
                article.head().language(),
                withdrawn ? Optional.empty() : Optional.of(article.head().title()),
                article.from().map(a -> a.id()).filter(id -> !id.equals(article.head().id())),
                ids(article.differences()),
                article.left().map(left -> word(left.name())),
                article.fields().stream().map(FieldAnswer::of).toList(),
                article.sections().stream().map(SectionItem::of).toList(),
                article.from()
                        .map(
                                a ->
                                        links.in(compared.from().release())
                                                .article(a.id(), a.language())),
                article.to()
                        .map(a -> links.in(compared.to().release()).article(a.id(), a.language())));
    }

    private static List<PieceAnswer> pieces(WordDiff diff) {
        return diff.pieces().stream()
                .map(piece -> new PieceAnswer(word(piece.kind().name()), piece.text()))
                .toList();
    }

    private static List<String> ids(Set<Difference> differences) {
        return differences.stream().sorted().map(Difference::id).toList();
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
