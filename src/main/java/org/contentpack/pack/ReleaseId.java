package org.contentpack.pack;

import org.contentpack.version.Version;

/** Names one release: a pack at one version. */
public record ReleaseId(PackId pack, Version version) {

    @Override
    public String toString() {
        return pack + "@" + version;
    }
}
