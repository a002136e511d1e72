package org.contentpack.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contentpack.finding.Finding;

/**
 * A pack as {@link PackFolders} or {@link JarPacks} came upon it, read or refused.
 *
 * @param origin the place in words, for logs
 * @param result its files, which whoever takes them closes
 * @param list text of the list beside the pack, compared by {@link #findings}
 * @param signatures lines of the file of signatures beside the pack, not yet looked at
 */
public record FoundPack(
        String origin,
        PackLocation location,
        OpenResult result,
        Optional<String> list,
        List<String> signatures) {

    /** Longest file of signatures in bytes; of a longer one only so much is read. */
    static final int MAX_SIGNATURES_BYTES = 64 * 1024;

    public FoundPack {
        signatures = List.copyOf(signatures);
    }

    /** A pack without signatures. */
    FoundPack(String origin, PackLocation location, OpenResult result, Optional<String> list) {
        this(origin, location, result, list, List.of());
    }

    /** The same with what its file of signatures holds, one a line. */
    FoundPack signed(InputStream file) throws IOException {
        String text =
                new String(file.readNBytes(MAX_SIGNATURES_BYTES), StandardCharsets.ISO_8859_1);
        return new FoundPack(
                origin,
                location,
                result,
                list,
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    }

    /** All that was found before the files' content was looked at, their list compared. */
    public List<Finding> findings() {
        if (result instanceof OpenResult.Refused refused) {
            return refused.findings();
        }
        OpenResult.Opened opened = (OpenResult.Opened) result;
        List<Finding> findings = new ArrayList<>(opened.notes());
        list.map(text -> Sha256List.parse(location.listName(), text))
                .ifPresent(l -> findings.addAll(l.compare(opened.files().list())));
        return List.copyOf(findings);
    }
}
