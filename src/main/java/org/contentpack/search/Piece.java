package org.contentpack.search;

/**
 * A stretch of an excerpt, as plain text.
 *
 * @param isMatch whether it is a word that was looked for
 */
public record Piece(String text, boolean isMatch) {}
