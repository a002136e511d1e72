package org.contentpack.pack;

/** Two articles of one pack that a reader of either may want; holds in both directions. */
public record Relation(ArticleId article, ArticleId to) {}
