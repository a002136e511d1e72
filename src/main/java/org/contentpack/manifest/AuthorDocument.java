package org.contentpack.manifest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The wire shape of an author, in a manifest as in front matter. */
public record AuthorDocument(
        @NotNull(message = "MAN-026", groups = InManifest.class)
                @NotNull(message = "ART-026", groups = InArticle.class)
                @Size(max = 200, message = "MAN-027", groups = InManifest.class)
                @Size(max = 200, message = "ART-027", groups = InArticle.class)
                @Pattern(
                        regexp = ManifestDocument.SINGLE_LINE,
                        message = "MAN-028",
                        groups = InManifest.class)
                @Pattern(
                        regexp = ManifestDocument.SINGLE_LINE,
                        message = "ART-028",
                        groups = InArticle.class)
                @Nullable String name,
        @Size(max = 200, message = "MAN-027", groups = InManifest.class)
                @Size(max = 200, message = "ART-027", groups = InArticle.class)
                @Pattern(
                        regexp = ManifestDocument.SINGLE_LINE,
                        message = "MAN-028",
                        groups = InManifest.class)
                @Pattern(
                        regexp = ManifestDocument.SINGLE_LINE,
                        message = "ART-028",
                        groups = InArticle.class)
                @Nullable String role) {

    /** Constraints that hold where the author stands in a manifest. */
    interface InManifest {}

    /** Constraints that hold where the author stands in an article's front matter. */
    interface InArticle {}
}
