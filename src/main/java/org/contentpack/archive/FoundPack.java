package org.contentpack.archive;

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
 */
public record FoundPack(
        String origin, PackLocation location, OpenResult result, Optional<String> list) {

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
