package org.contentpack.pack;

/** One note of what changed in an article since the release before. */
public record Change(ChangeKind kind, ArticleId article, String text) {}
