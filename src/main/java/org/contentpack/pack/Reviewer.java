package org.contentpack.pack;

/**
 * Somebody who checked an article clinically, against {@link Author}, who wrote it.
 *
 * @param role the profession in words; nobody is a reviewer without one
 */
public record Reviewer(String name, String role) {}
