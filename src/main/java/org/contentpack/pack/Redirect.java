package org.contentpack.pack;

import java.util.Optional;

/**
 * Where something went that was renamed.
 *
 * @param article the article of a section; empty for articles and assets
 * @param from the former id, or path of an asset
 * @param to the id or path now
 */
public record Redirect(ItemKind kind, Optional<ArticleId> article, String from, String to) {}
