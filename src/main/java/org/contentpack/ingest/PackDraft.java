package org.contentpack.ingest;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.PackId;

/**
 * The texts of a pack that a person goes on with, against a release, which is done. What nobody
 * could know is missing in it, or stands between {@value #OPEN} and {@value #CLOSE}.
 *
 * @param files by their path in the pack
 */
public record PackDraft(PackId id, SortedMap<FilePath, String> files) {

    /** Begins words that were not in the source. */
    public static final String OPEN = "⟦";

    /** Ends words that were not in the source. */
    public static final String CLOSE = "⟧";

    public PackDraft {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static PackDraft of(PackId id, Map<String, String> files) {
        SortedMap<FilePath, String> sorted = new TreeMap<>();
        files.forEach((path, text) -> sorted.put(new FilePath(path), text));
        return new PackDraft(id, sorted);
    }

    /** Words of ours, marked. */
    static String marked(String words) {
        return OPEN + words + CLOSE;
    }
}
