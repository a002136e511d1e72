package org.contentpack.pack;

/**
 * One file of a pack by place and content.
 *
 * @param sizeBytes length of the content
 */
public record FileEntry(FilePath path, Digest digest, long sizeBytes) {
    public FileEntry {
        if (sizeBytes < 0) {
            throw new IllegalArgumentException("sizeBytes " + sizeBytes + " must be >= 0");
        }
    }
}
