package org.contentpack.manifest;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.contentpack.manifest.BodyDocument.SectionDocument;
import org.contentpack.manifest.FrontMatterDocument.ReviewDocument;
import org.contentpack.manifest.FrontMatterDocument.ReviewerDocument;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.AssetEntry;
import org.contentpack.pack.Author;
import org.contentpack.pack.Caution;
import org.contentpack.pack.Change;
import org.contentpack.pack.ChangeKind;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.ItemKind;
import org.contentpack.pack.Language;
import org.contentpack.pack.Manifest;
import org.contentpack.pack.Owners;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Profile;
import org.contentpack.pack.Provenance;
import org.contentpack.pack.Redirect;
import org.contentpack.pack.Relation;
import org.contentpack.pack.Release;
import org.contentpack.pack.Removal;
import org.contentpack.pack.Review;
import org.contentpack.pack.Reviewer;
import org.contentpack.pack.Section;
import org.contentpack.pack.SectionId;
import org.contentpack.pack.SectionKind;
import org.contentpack.pack.Slug;
import org.contentpack.pack.Source;
import org.contentpack.pack.SourceId;
import org.contentpack.pack.Tag;
import org.contentpack.pack.Urgency;
import org.contentpack.pack.WarningSign;
import org.contentpack.version.Version;
import org.jspecify.annotations.Nullable;

/**
 * Makes the values of a release from documents in which nothing is wrong. Has no state.
 *
 * <p>An empty text before the first heading is no section of the release.
 */
public final class ReleaseAssembler {

    /**
     * The release that the documents spell.
     *
     * @throws IllegalArgumentException where they have a finding of severity {@code ERROR}
     */
    public Release assemble(PackDocument pack) {
        ManifestDocument document =
                pack.manifest()
                        .map(Located::document)
                        .orElseThrow(() -> misuse("pack.yaml", "a pack without it"));
        Manifest manifest = manifest(document);
        List<ArticleHead> articles =
                pack.articles().stream().map(a -> article(a, manifest.language()).head()).toList();
        return new Release(manifest, articles, pack.files().list());
    }

    Manifest manifest(ManifestDocument document) {
        return new Manifest(
                new PackId(text("id", document.id())),
                new Version(text("version", document.version())),
                text("title", document.title()),
                text("summary", document.summary()),
                value("language", document.language(), Language::parse),
                text("license", document.license()),
                text("publisher", document.publisher()),
                Optional.ofNullable(document.owners())
                        .map(
                                owners ->
                                        new Owners(
                                                Optional.ofNullable(owners.content()),
                                                Optional.ofNullable(owners.clinical()))),
                Optional.ofNullable(document.reportTo()).map(URI::create),
                date("released", document.released()),
                document.authors().stream().map(ReleaseAssembler::author).toList(),
                document.provenance().stream().map(ReleaseAssembler::provenance).toList(),
                Optional.ofNullable(document.profile())
                        .map(profile -> value("profile", profile, Profile::parse)),
                document.tags().stream().map(Tag::new).toList(),
                document.assets().stream().map(ReleaseAssembler::asset).toList(),
                document.related().stream()
                        .map(r -> new Relation(articleId(r.article()), articleId(r.to())))
                        .toList(),
                document.redirects().stream().map(ReleaseAssembler::redirect).toList(),
                document.removed().stream().map(ReleaseAssembler::removal).toList(),
                document.changes().stream().map(ReleaseAssembler::change).toList());
    }

    private static Author author(AuthorDocument author) {
        return new Author(text("name", author.name()), Optional.ofNullable(author.role()));
    }

    private static Provenance provenance(ManifestDocument.ProvenanceDocument provenance) {
        return new Provenance(
                text("title", provenance.title()),
                text("site", provenance.site()),
                text("byline", provenance.byline()),
                text("changes", provenance.changes()));
    }

    private static AssetEntry asset(ManifestDocument.AssetDocument asset) {
        return new AssetEntry(
                new FilePath(text("path", asset.path())),
                text("alt", asset.alt()),
                text("title", asset.title()),
                text("credit", asset.credit()),
                text("license", asset.license()));
    }

    private static Redirect redirect(ManifestDocument.RedirectDocument redirect) {
        return new Redirect(
                value("kind", redirect.kind(), ItemKind::parse),
                Optional.ofNullable(redirect.article()).map(ArticleId::new),
                text("from", redirect.from()),
                text("to", redirect.to()));
    }

    private static Removal removal(ManifestDocument.RemovalDocument removal) {
        return new Removal(
                value("kind", removal.kind(), ItemKind::parse),
                Optional.ofNullable(removal.article()).map(ArticleId::new),
                text("id", removal.id()),
                text("reason", removal.reason()));
    }

    private static Change change(ManifestDocument.ChangeDocument change) {
        return new Change(
                value("kind", change.kind(), ChangeKind::parse),
                articleId(change.article()),
                text("text", change.text()));
    }

    /**
     * The article that a document spells.
     *
     * @param packLanguage of articles whose file names none
     * @throws IllegalArgumentException where it has a finding of severity {@code ERROR}
     */
    Article article(ArticleDocument document, Language packLanguage) {
        FrontMatterDocument front =
                document.frontMatter()
                        .map(Located::document)
                        .orElseThrow(() -> misuse(document.file().value(), "no front matter"));
        List<Section> sections =
                document.body().sections().stream()
                        .filter(s -> s.heading().isPresent() || !s.markdown().isEmpty())
                        .map(ReleaseAssembler::section)
                        .toList();
        return new Article(
                head(document, front, packLanguage, sections),
                front.authors().stream().map(ReleaseAssembler::author).toList(),
                front.tags().stream().map(Tag::new).toList(),
                text("audience", front.audience()),
                date("firstPublished", front.firstPublished()),
                date("contentChanged", front.contentChanged()),
                front.sources().stream().map(ReleaseAssembler::source).toList(),
                Optional.ofNullable(front.disclaimer()),
                sections);
    }

    private static ArticleHead head(
            ArticleDocument document,
            FrontMatterDocument front,
            Language packLanguage,
            List<Section> sections) {
        return new ArticleHead(
                articleId(front.id()),
                document.languageSuffix()
                        .map(tag -> value("language", tag, Language::parse))
                        .orElse(packLanguage),
                new Slug(text("slug", front.slug())),
                text("title", front.title()),
                text("summary", front.summary()),
                review(front.review()),
                Optional.ofNullable(front.translates())
                        .map(translates -> new Digest(text("digest", translates.digest()))),
                document.file(),
                document.digest(),
                sections.stream().map(Section::id).toList());
    }

    private static Review review(@Nullable ReviewDocument review) {
        if (review == null) {
            throw misuse("review", "absent");
        }
        ReviewerDocument reviewer = review.reviewer();
        if (reviewer == null) {
            return new Review.Unreviewed();
        }
        return new Review.Reviewed(
                new Reviewer(text("name", reviewer.name()), text("role", reviewer.role())),
                date("lastReviewed", review.lastReviewed()),
                date("nextReview", review.nextReview()));
    }

    private static Source source(FrontMatterDocument.SourceDocument source) {
        return new Source(
                new SourceId(text("id", source.id())),
                text("publisher", source.publisher()),
                text("title", source.title()),
                URI.create(text("url", source.url())),
                date("checked", source.checked()));
    }

    private static Section section(SectionDocument section) {
        return new Section(
                new SectionId(section.id().orElseThrow(() -> misuse("section id", "absent"))),
                section.kinds().stream()
                        .findFirst()
                        .map(kind -> value("kind", kind, SectionKind::parse)),
                section.heading(),
                section.cites().stream().map(SourceId::new).toList(),
                section.markdown(),
                section.digest(),
                section.cautions().stream()
                        .map(
                                c ->
                                        new Caution(
                                                c.markdown(),
                                                c.cites().stream().map(SourceId::new).toList(),
                                                c.basis()))
                        .toList(),
                section.listItems().stream()
                        .flatMap(
                                item ->
                                        item.marker().flatMap(Urgency::parse).stream()
                                                .map(u -> new WarningSign(u, item.markdown())))
                        .toList());
    }

    private static ArticleId articleId(@Nullable String text) {
        return new ArticleId(text("article id", text));
    }

    private static LocalDate date(String key, @Nullable String text) {
        return LocalDate.parse(text(key, text));
    }

    private static String text(String key, @Nullable String text) {
        if (text == null) {
            throw misuse(key, "absent");
        }
        return text;
    }

    private static <T> T value(
            String key, @Nullable String text, Function<String, Optional<T>> parse) {
        return parse.apply(text(key, text)).orElseThrow(() -> misuse(key, String.valueOf(text)));
    }

    private static IllegalArgumentException misuse(String key, String found) {
        return new IllegalArgumentException(
                "a pack with error findings cannot be a release: " + key + ": " + found);
    }
}
