package org.contentpack.archive;

import static org.contentpack.finding.BuiltInRule.ENT_044;
import static org.contentpack.finding.BuiltInRule.PKG_026;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contentpack.finding.Finding;

/**
 * The text of the list that stands beside a pack, or why it cannot be had.
 *
 * @param text empty where there is no list or it has findings
 */
record ListText(Optional<String> text, List<Finding> findings) {

    static final ListText NONE = new ListText(Optional.empty(), List.of());

    static ListText refused(Finding finding) {
        return new ListText(Optional.empty(), List.of(finding));
    }

    /** Bytes that are not UTF-8 become characters that no path has; the line is found then. */
    static ListText read(PackLocation location, ListedFiles.Source source, Limits limits)
            throws IOException {
        int max = (int) Math.min(limits.entryBytes(), Integer.MAX_VALUE - 16L);
        try (InputStream in = source.open()) {
            byte[] bytes = in.readNBytes(max + 1);
            if (bytes.length > max) {
                String name = location.listName();
                return refused(
                        Finding.of(ENT_044, EntryPaths.place(name), name, limits.entryBytes()));
            }
            return new ListText(Optional.of(new String(bytes, StandardCharsets.UTF_8)), List.of());
        }
    }

    /** The pack as found: refused where its list cannot be read, whatever its files are. */
    FoundPack beside(String origin, PackLocation location, OpenResult result) throws IOException {
        if (findings.isEmpty()) {
            return new FoundPack(origin, location, result, text);
        }
        List<Finding> all = new ArrayList<>(findings);
        if (result instanceof OpenResult.Opened opened) {
            opened.files().close();
        } else if (result instanceof OpenResult.Refused refused) {
            all.addAll(refused.findings());
        }
        return new FoundPack(origin, location, new OpenResult.Refused(all), text);
    }

    /** A list whose release is not there. */
    FoundPack alone(String origin, PackLocation location) {
        String name = location.listName();
        Finding gone = Finding.of(PKG_026, EntryPaths.place(name), name, location.version());
        return new FoundPack(origin, location, new OpenResult.Refused(List.of(gone)), text);
    }
}
