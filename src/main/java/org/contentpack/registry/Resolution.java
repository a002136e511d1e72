package org.contentpack.registry;

import org.contentpack.pack.PackId;
import org.contentpack.version.Selector;

/** What a selector chooses. */
public sealed interface Resolution {

    /** The selector names exactly this release, in its one canonical spelling. */
    record Exact(Registration registration) implements Resolution {}

    /** The selector chooses this release now and may choose another later. */
    record Chosen(Registration registration) implements Resolution {}

    /** No release of this pack matches. */
    record NoMatch(PackId pack, Selector selector) implements Resolution {}

    /** No pack has this id. */
    record NoPack(PackId pack) implements Resolution {}
}
