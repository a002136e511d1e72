package org.contentpack.manifest;

/**
 * A document with the places of its values.
 *
 * @param <D> the document's shape
 */
public record Located<D>(D document, Locations locations) {}
