package org.contentpack.archive;

import static org.contentpack.finding.BuiltInRule.ENT_061;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contentpack.finding.Finding;
import org.contentpack.pack.FilePath;

/**
 * The files of one pack that lie open, in a folder or among resources: first judged by their names
 * alone, then, only where nothing is wrong with any of them, each read once. Against {@link
 * ZipPack}, which also has headers to judge by.
 */
final class TreePack {

    private final Limits limits;
    private final EntryPaths paths;
    private final SortedMap<FilePath, ListedFiles.Source> files = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    TreePack(Limits limits) {
        this.limits = limits;
        this.paths = new EntryPaths(limits.entries());
    }

    void file(String path, ListedFiles.Source source) {
        paths.file(path).ifPresent(p -> files.put(p, source));
    }

    void folder(String path) {
        paths.folder(path);
    }

    /** Takes in something that is no file and no folder. */
    void odd(Finding finding) {
        findings.add(finding);
    }

    OpenResult read() throws IOException {
        findings.addAll(paths.findings());
        if (!findings.isEmpty()) {
            return new OpenResult.Refused(findings);
        }
        ListedFiles.Builder builder = new ListedFiles.Builder();
        LimitChecks sizes = new LimitChecks(limits);
        for (Map.Entry<FilePath, ListedFiles.Source> file : files.entrySet()) {
            Optional<Content> content = read(file.getKey(), file.getValue());
            content.ifPresent(c -> sizes.file(file.getKey().value(), c.sizeBytes()));
            if (!sizes.findings().isEmpty()) {
                break;
            }
            content.ifPresent(c -> builder.add(file.getKey(), c, file.getValue()));
        }
        findings.addAll(sizes.findings());
        return findings.isEmpty()
                ? new OpenResult.Opened(builder.build(() -> {}), paths.notes())
                : new OpenResult.Refused(findings);
    }

    private Optional<Content> read(FilePath path, ListedFiles.Source source) throws IOException {
        try (InputStream in = source.open()) {
            return Optional.of(Content.read(in, limits.entryBytes()));
        } catch (AccessDeniedException e) {
            findings.add(Finding.of(ENT_061, EntryPaths.place(path.value()), path));
            return Optional.empty();
        }
    }
}
