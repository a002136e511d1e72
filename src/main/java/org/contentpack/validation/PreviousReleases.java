package org.contentpack.validation;

import java.io.IOException;
import java.util.Optional;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Release;
import org.contentpack.version.Version;

/**
 * Where the release stands that a pack is compared with: a registry on a server, sibling folders
 * elsewhere.
 */
@FunctionalInterface
public interface PreviousReleases {

    /** Knows none: every pack is a first release. */
    PreviousReleases NONE = (pack, version) -> Optional.empty();

    /**
     * The highest stable release of the pack below the version, by precedence.
     *
     * <p>Pre-releases are passed over: they promise nothing that a later release could break, and a
     * release must tell of all that changed since the last one that people were told to use. A
     * pre-release itself is compared with the stable release below it.
     */
    Optional<Release> before(PackId pack, Version version) throws IOException;
}
