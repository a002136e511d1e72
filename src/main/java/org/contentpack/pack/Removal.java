package org.contentpack.pack;

import java.util.Optional;

/**
 * Something that went away on purpose, against {@link Redirect}, which went elsewhere.
 *
 * @param article the article of a section; empty for articles and assets
 * @param id the former id, or path of an asset
 */
public record Removal(ItemKind kind, Optional<ArticleId> article, String id, String reason) {}
