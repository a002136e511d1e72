package org.contentpack.pack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All files of a release; the digest of its text is the digest of the release.
 *
 * <p>The text is what {@code sha256sum} prints and {@code sha256sum -c} reads, sorted by path
 * bytes, so that anybody can check a release without this software.
 */
public final class FileList {

    private final List<FileEntry> entries;
    private final Digest digest;

    /**
     * @param entries sorted by path, no path twice
     */
    public FileList(List<FileEntry> entries) {
        this.entries = List.copyOf(entries);
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i - 1).path().compareTo(entries.get(i).path()) >= 0) {
                throw new IllegalArgumentException(
                        "file list must be sorted by path, no path twice: \""
                                + entries.get(i).path()
                                + "\"");
            }
        }
        this.digest = Digest.of(text());
    }

    /** Sorted by path. */
    public List<FileEntry> entries() {
        return entries;
    }

    /** One line a file: {@code <64 hex><two spaces><path><LF>}. */
    public String text() {
        return entries.stream()
                .map(e -> e.digest().hex() + "  " + e.path() + "\n")
                .collect(Collectors.joining());
    }

    /** The release digest. */
    public Digest digest() {
        return digest;
    }

    public Optional<FileEntry> find(FilePath path) {
        int low = 0;
        int high = entries.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            FileEntry entry = entries.get(middle);
            int order = entry.path().compareTo(path);
            if (order == 0) {
                return Optional.of(entry);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /** Sum of the contents' lengths. */
    public long sizeBytes() {
        return entries.stream().mapToLong(FileEntry::sizeBytes).sum();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileList list && entries.equals(list.entries);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
