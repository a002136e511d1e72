package org.contentpack.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wire shape of {@code pack.yaml}: texts as written, {@code null} where a key is absent, lists
 * empty where absent, against {@link org.contentpack.pack.Manifest}, its value.
 */
public record ManifestDocument(
        @Nullable String format,
        @Nullable String id,
        @Nullable String version,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String language,
        @Nullable String license,
        @Nullable String publisher,
        @Nullable OwnersDocument owners,
        @Nullable String reportTo,
        @Nullable String released,
        List<AuthorDocument> authors,
        List<ProvenanceDocument> provenance,
        @Nullable String profile,
        List<String> tags,
        List<AssetDocument> assets,
        List<RelationDocument> related,
        List<RedirectDocument> redirects,
        List<RemovalDocument> removed,
        List<ChangeDocument> changes) {

    /** The wire shape of {@code owners}. */
    public record OwnersDocument(@Nullable String content, @Nullable String clinical) {}

    /** The wire shape of one of {@code provenance}. */
    public record ProvenanceDocument(
            @Nullable String title,
            @Nullable String site,
            @Nullable String byline,
            @Nullable String changes) {}

    /** The wire shape of one of {@code assets}. */
    public record AssetDocument(
            @Nullable String path,
            @Nullable String alt,
            @Nullable String title,
            @Nullable String credit,
            @Nullable String license) {}

    /** The wire shape of one of {@code related}. */
    public record RelationDocument(@Nullable String article, @Nullable String to) {}

    /** The wire shape of one of {@code redirects}. */
    public record RedirectDocument(
            @Nullable String kind,
            @Nullable String article,
            @Nullable String from,
            @Nullable String to) {}

    /** The wire shape of one of {@code removed}. */
    public record RemovalDocument(
            @Nullable String kind,
            @Nullable String article,
            @Nullable String id,
            @Nullable String reason) {}

    /** The wire shape of one of {@code changes}. */
    public record ChangeDocument(
            @Nullable String kind, @Nullable String article, @Nullable String text) {}
}
