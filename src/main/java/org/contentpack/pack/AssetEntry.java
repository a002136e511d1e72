package org.contentpack.pack;

/**
 * What the manifest says of one asset, against {@link FileEntry}, which says what its bytes are.
 *
 * @param alt what the asset shows, in the pack's language, for those who do not see it
 * @param credit who made it
 * @param license SPDX expression
 */
public record AssetEntry(FilePath path, String alt, String title, String credit, String license) {}
