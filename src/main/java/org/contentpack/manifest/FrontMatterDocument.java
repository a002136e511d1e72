package org.contentpack.manifest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.contentpack.manifest.constraint.ArticleIdText;
import org.contentpack.manifest.constraint.DigestText;
import org.contentpack.manifest.constraint.IsoDate;
import org.contentpack.manifest.constraint.OneOf;
import org.contentpack.manifest.constraint.SlugText;
import org.contentpack.manifest.constraint.SourceIdText;
import org.contentpack.manifest.constraint.TagText;
import org.contentpack.manifest.constraint.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * The wire shape of an article's front matter: texts as written, {@code null} where a key is
 * absent, lists empty where absent.
 */
public record FrontMatterDocument(
        @NotNull(message = "ART-026") @ArticleIdText(message = "ART-050") @Nullable String id,
        @NotNull(message = "ART-026") @SlugText(message = "ART-051") @Nullable String slug,
        @NotNull(message = "ART-026")
                @Size(max = 120, message = "ART-027")
                @Pattern(regexp = ManifestDocument.SINGLE_LINE, message = "ART-028")
                @Nullable String title,
        @NotNull(message = "ART-026")
                @Size(max = 160, message = "ART-027")
                @Pattern(regexp = ManifestDocument.SINGLE_LINE, message = "ART-028")
                @Nullable String summary,
        @NotEmpty(message = "ART-032") List<@Valid AuthorDocument> authors,
        List<@TagText(message = "ART-031") String> tags,
        @NotNull(message = "ART-026")
                @Size(max = 200, message = "ART-027")
                @Pattern(regexp = ManifestDocument.SINGLE_LINE, message = "ART-028")
                @Nullable String audience,
        @NotNull(message = "ART-026") @IsoDate(message = "ART-029") @Nullable String firstPublished,
        @NotNull(message = "ART-026") @IsoDate(message = "ART-029") @Nullable String contentChanged,
        @NotNull(message = "ART-026") @Valid @Nullable ReviewDocument review,
        List<@Valid SourceDocument> sources,
        @Size(max = ManifestDocument.MAX_TEXT, message = "ART-027") @Nullable String disclaimer,
        @Valid @Nullable TranslationDocument translates) {

    /** The wire shape of {@code review}. */
    @ReviewFitsStatus(message = "ART-056", missing = "ART-055", order = "ART-057")
    public record ReviewDocument(
            @NotNull(message = "ART-026")
                    @OneOf(
                            value = {"unreviewed", "reviewed"},
                            message = "ART-054")
                    @Nullable String status,
            @Valid @Nullable ReviewerDocument reviewer,
            @IsoDate(message = "ART-029") @Nullable String lastReviewed,
            @IsoDate(message = "ART-029") @Nullable String nextReview) {}

    /** The wire shape of {@code review.reviewer}. */
    public record ReviewerDocument(
            @NotNull(message = "ART-026")
                    @Size(max = 200, message = "ART-027")
                    @Pattern(regexp = ManifestDocument.SINGLE_LINE, message = "ART-028")
                    @Nullable String name,
            @NotNull(message = "ART-026")
                    @Size(max = 200, message = "ART-027")
                    @Pattern(regexp = ManifestDocument.SINGLE_LINE, message = "ART-028")
                    @Nullable String role) {}

    /** The wire shape of one of {@code sources}. */
    public record SourceDocument(
            @NotNull(message = "ART-026") @SourceIdText(message = "ART-052") @Nullable String id,
            @NotNull(message = "ART-026")
                    @Size(max = 200, message = "ART-027")
                    @Pattern(regexp = ManifestDocument.SINGLE_LINE, message = "ART-028")
                    @Nullable String publisher,
            @NotNull(message = "ART-026")
                    @Size(max = 300, message = "ART-027")
                    @Pattern(regexp = ManifestDocument.SINGLE_LINE, message = "ART-028")
                    @Nullable String title,
            @NotNull(message = "ART-026") @WebAddress(schemes = "https", message = "ART-030")
                    @Nullable String url,
            @NotNull(message = "ART-026") @IsoDate(message = "ART-029") @Nullable String checked) {}

    /** The wire shape of {@code translates}. */
    public record TranslationDocument(
            @NotNull(message = "ART-026") @DigestText(message = "ART-053")
                    @Nullable String digest) {}
}
