package org.contentpack.compare;

/** What merging came to at one place. */
public record Step(Place place, Outcome outcome) {}
