package org.contentpack.manifest;

import org.jspecify.annotations.Nullable;

/** The wire shape of an author, in a manifest as in front matter. */
public record AuthorDocument(@Nullable String name, @Nullable String role) {}
