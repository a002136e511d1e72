package org.contentpack.compare;

/** How a person settles an open {@link Step}. */
public sealed interface Choice {

    /** The local text stays; where there is none, the place stays away. */
    record KeepLocal() implements Choice {}

    /** The release's text replaces the local one; where there is none, the place goes away. */
    record TakeRelease() implements Choice {}

    /** This text, be it the proposed one or another. */
    record Write(String text) implements Choice {}
}
