package org.contentpack.manifest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.manifest.constraint.ArticleIdText;
import org.contentpack.manifest.constraint.DecidedLicense;
import org.contentpack.manifest.constraint.FilePathText;
import org.contentpack.manifest.constraint.IsoDate;
import org.contentpack.manifest.constraint.LanguageTag;
import org.contentpack.manifest.constraint.OneOf;
import org.contentpack.manifest.constraint.PackIdText;
import org.contentpack.manifest.constraint.SemanticVersion;
import org.contentpack.manifest.constraint.SpdxExpression;
import org.contentpack.manifest.constraint.SupportedFormat;
import org.contentpack.manifest.constraint.TagText;
import org.contentpack.manifest.constraint.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * The wire shape of {@code pack.yaml}: texts as written, {@code null} where a key is absent, lists
 * empty where absent, against {@link org.contentpack.pack.Manifest}, its value.
 */
public record ManifestDocument(
        @NotNull(message = "MAN-026")
                @Pattern(regexp = "[1-9][0-9]{0,17}", message = "MAN-050")
                @SupportedFormat(max = ManifestDocument.FORMAT, message = "MAN-051")
                @Nullable String format,
        @NotNull(message = "MAN-026") @PackIdText(message = "MAN-052") @Nullable String id,
        @NotNull(message = "MAN-026") @SemanticVersion(message = "MAN-053")
                @Nullable String version,
        @NotNull(message = "MAN-026")
                @Size(max = 200, message = "MAN-027")
                @Pattern(regexp = ManifestDocument.SINGLE_LINE, message = "MAN-028")
                @Nullable String title,
        @NotNull(message = "MAN-026")
                @Size(max = 300, message = "MAN-027")
                @Pattern(regexp = ManifestDocument.SINGLE_LINE, message = "MAN-028")
                @Nullable String summary,
        @NotNull(message = "MAN-026") @LanguageTag(message = "MAN-054") @Nullable String language,
        @NotNull(message = "MAN-026")
                @SpdxExpression(message = "MAN-055")
                @DecidedLicense(message = "MAN-056")
                @Nullable String license,
        @NotNull(message = "MAN-026")
                @Size(max = 200, message = "MAN-027")
                @Pattern(regexp = ManifestDocument.SINGLE_LINE, message = "MAN-028")
                @Nullable String publisher,
        @NotNull(message = "MAN-057") @Valid @Nullable OwnersDocument owners,
        @NotNull(message = "MAN-058")
                @WebAddress(
                        schemes = {"https", "mailto"},
                        message = "MAN-030")
                @Nullable String reportTo,
        @NotNull(message = "MAN-026") @IsoDate(message = "MAN-029") @Nullable String released,
        @NotEmpty(message = "MAN-032") List<@Valid AuthorDocument> authors,
        List<@Valid ProvenanceDocument> provenance,
        @OneOf(value = "health", message = "MAN-059") @Nullable String profile,
        List<@TagText(message = "MAN-031") String> tags,
        List<@Valid AssetDocument> assets,
        List<@Valid RelationDocument> related,
        List<@Valid RedirectDocument> redirects,
        List<@Valid RemovalDocument> removed,
        List<@Valid ChangeDocument> changes) {

    /** The pack format that this software writes, and the newest that it reads. */
    public static final int FORMAT = 1;

    /** Longest text that has no tighter bound of its own, in UTF-16 units. */
    static final int MAX_TEXT = 2_000;

    /** Texts that stand in headings, list entries and HTTP fields. */
    static final String SINGLE_LINE = "[^\\n]*+";

    /** The wire shape of {@code owners}. */
    public record OwnersDocument(
            @Size(max = 200, message = "MAN-027")
                    @Pattern(regexp = ManifestDocument.SINGLE_LINE, message = "MAN-028")
                    @Nullable String content,
            @Size(max = 200, message = "MAN-027")
                    @Pattern(regexp = ManifestDocument.SINGLE_LINE, message = "MAN-028")
                    @Nullable String clinical) {}

    /** The wire shape of one of {@code provenance}. */
    public record ProvenanceDocument(
            @NotNull(message = "MAN-026")
                    @Size(max = 200, message = "MAN-027")
                    @Pattern(regexp = ManifestDocument.SINGLE_LINE, message = "MAN-028")
                    @Nullable String title,
            @NotNull(message = "MAN-026")
                    @Size(max = 200, message = "MAN-027")
                    @Pattern(regexp = ManifestDocument.SINGLE_LINE, message = "MAN-028")
                    @Nullable String site,
            @NotNull(message = "MAN-026")
                    @Size(max = 200, message = "MAN-027")
                    @Pattern(regexp = ManifestDocument.SINGLE_LINE, message = "MAN-028")
                    @Nullable String byline,
            @NotNull(message = "MAN-026")
                    @Size(max = ManifestDocument.MAX_TEXT, message = "MAN-027")
                    @Nullable String changes) {}

    /** The wire shape of one of {@code assets}. */
    public record AssetDocument(
            @NotNull(message = "MAN-026") @FilePathText(folder = "assets", message = "MAN-060")
                    @Nullable String path,
            @NotNull(message = "MAN-026")
                    @Size(max = 250, message = "MAN-027")
                    @Pattern(regexp = ManifestDocument.SINGLE_LINE, message = "MAN-028")
                    @Nullable String alt,
            @NotNull(message = "MAN-026")
                    @Size(max = 200, message = "MAN-027")
                    @Pattern(regexp = ManifestDocument.SINGLE_LINE, message = "MAN-028")
                    @Nullable String title,
            @NotNull(message = "MAN-026")
                    @Size(max = 200, message = "MAN-027")
                    @Pattern(regexp = ManifestDocument.SINGLE_LINE, message = "MAN-028")
                    @Nullable String credit,
            @NotNull(message = "MAN-026")
                    @SpdxExpression(message = "MAN-055")
                    @DecidedLicense(message = "MAN-056")
                    @Nullable String license) {}

    /** The wire shape of one of {@code related}. */
    public record RelationDocument(
            @NotNull(message = "MAN-026") @ArticleIdText(message = "MAN-061")
                    @Nullable String article,
            @NotNull(message = "MAN-026") @ArticleIdText(message = "MAN-061")
                    @Nullable String to) {}

    /** The wire shape of one of {@code redirects}. */
    @ItemFitsKind(message = "MAN-066", missing = "MAN-064", unneeded = "MAN-065")
    public record RedirectDocument(
            @NotNull(message = "MAN-026")
                    @OneOf(
                            value = {"article", "section", "asset"},
                            message = "MAN-062")
                    @Nullable String kind,
            @ArticleIdText(message = "MAN-061") @Nullable String article,
            @NotNull(message = "MAN-026") @Nullable String from,
            @NotNull(message = "MAN-026") @Nullable String to)
            implements NamesAnItem {
        @Override
        public Map<String, Optional<String>> names() {
            return Map.of("from", Optional.ofNullable(from), "to", Optional.ofNullable(to));
        }
    }

    /** The wire shape of one of {@code removed}. */
    @ItemFitsKind(message = "MAN-066", missing = "MAN-064", unneeded = "MAN-065")
    public record RemovalDocument(
            @NotNull(message = "MAN-026")
                    @OneOf(
                            value = {"article", "section", "asset"},
                            message = "MAN-062")
                    @Nullable String kind,
            @ArticleIdText(message = "MAN-061") @Nullable String article,
            @NotNull(message = "MAN-026") @Nullable String id,
            @NotNull(message = "MAN-026")
                    @Size(max = ManifestDocument.MAX_TEXT, message = "MAN-027")
                    @Nullable String reason)
            implements NamesAnItem {
        @Override
        public Map<String, Optional<String>> names() {
            return Map.of("id", Optional.ofNullable(id));
        }
    }

    /** The wire shape of one of {@code changes}. */
    public record ChangeDocument(
            @NotNull(message = "MAN-026")
                    @OneOf(
                            value = {"safety", "correction", "addition", "editorial", "review"},
                            message = "MAN-063")
                    @Nullable String kind,
            @NotNull(message = "MAN-026") @ArticleIdText(message = "MAN-061")
                    @Nullable String article,
            @NotNull(message = "MAN-026")
                    @Size(max = ManifestDocument.MAX_TEXT, message = "MAN-027")
                    @Nullable String text) {}
}
