package org.contentpack.archive;

import java.util.Optional;

/**
 * A pack as {@link PackFolders} or {@link JarPacks} came upon it, read or refused.
 *
 * @param origin the place in words, for logs
 * @param result its files, which whoever takes them closes
 * @param list text of the list beside the pack, for {@link Sha256List}
 */
public record FoundPack(
        String origin, PackLocation location, OpenResult result, Optional<String> list) {}
