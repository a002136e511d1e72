package org.contentpack.archive;

import java.io.IOException;

/**
 * Reads a pack from resources, under the same rules for paths and lengths as {@link FolderReader}.
 * Safe for use by several threads.
 */
public final class ResourceReader {

    private final Limits limits;

    public ResourceReader(Limits limits) {
        this.limits = limits;
    }

    /** Reads the pack with this tree's root as its own; the tree must outlive the files. */
    public OpenResult open(ResourceTree tree) throws IOException {
        TreePack pack = new TreePack(limits);
        for (String path : tree.paths()) {
            pack.file(path, () -> tree.open(path));
        }
        return pack.read();
    }
}
