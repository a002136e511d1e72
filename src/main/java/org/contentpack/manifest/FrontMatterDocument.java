package org.contentpack.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wire shape of an article's front matter: texts as written, {@code null} where a key is absent,
 * lists empty where absent.
 */
public record FrontMatterDocument(
        @Nullable String id,
        @Nullable String slug,
        @Nullable String title,
        @Nullable String summary,
        List<AuthorDocument> authors,
        List<String> tags,
        @Nullable String audience,
        @Nullable String firstPublished,
        @Nullable String contentChanged,
        @Nullable ReviewDocument review,
        List<SourceDocument> sources,
        @Nullable String disclaimer,
        @Nullable TranslationDocument translates) {

    /** The wire shape of {@code review}. */
    public record ReviewDocument(
            @Nullable String status,
            @Nullable ReviewerDocument reviewer,
            @Nullable String lastReviewed,
            @Nullable String nextReview) {}

    /** The wire shape of {@code review.reviewer}. */
    public record ReviewerDocument(@Nullable String name, @Nullable String role) {}

    /** The wire shape of one of {@code sources}. */
    public record SourceDocument(
            @Nullable String id,
            @Nullable String publisher,
            @Nullable String title,
            @Nullable String url,
            @Nullable String checked) {}

    /** The wire shape of {@code translates}. */
    public record TranslationDocument(@Nullable String digest) {}
}
