package org.contentpack.pack;

/**
 * What the texts of a pack derive from, against {@link Source}, which they cite.
 *
 * @param title as printed there
 * @param site where it stood
 * @param byline who signed it there, in that site's words or marked as its own claim
 * @param changes what was done to it
 */
public record Provenance(String title, String site, String byline, String changes) {}
