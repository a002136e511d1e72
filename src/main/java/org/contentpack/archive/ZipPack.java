package org.contentpack.archive;

import static org.contentpack.finding.BuiltInRule.ENT_020;
import static org.contentpack.finding.BuiltInRule.ENT_021;
import static org.contentpack.finding.BuiltInRule.ENT_022;
import static org.contentpack.finding.BuiltInRule.ENT_023;
import static org.contentpack.finding.BuiltInRule.ENT_024;
import static org.contentpack.finding.BuiltInRule.ENT_025;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipException;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Report;
import org.contentpack.finding.Rule;
import org.contentpack.pack.FilePath;

/**
 * The entries of a zip that make one pack: first judged by their headers alone, then, only where
 * nothing is wrong with any of them, each read once.
 */
final class ZipPack {

    private final SortedMap<FilePath, ZipEntryHeader> files = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> notes;

    /**
     * @param entries named as they are in the pack
     */
    ZipPack(List<ZipEntryHeader> entries, Limits limits) {
        EntryPaths paths = new EntryPaths(limits.entries());
        LimitChecks sizes = new LimitChecks(limits);
        for (ZipEntryHeader entry : entries) {
            if (findings.size() > Report.MAX_FINDINGS || paths.isFull()) {
                // No report shows more, and each holds a path in memory.
                break;
            }
            findings.addAll(entry.defects());
            if (entry.defects().isEmpty()) {
                sizes.file(entry.name(), entry.sizes());
                check(entry, paths);
            }
        }
        findings.addAll(paths.findings());
        findings.addAll(sizes.findings());
        notes = paths.notes();
    }

    /** An entry of a wrong type is not compared with others: what it is called does not matter. */
    private void check(ZipEntryHeader entry, EntryPaths paths) {
        Optional<Finding> type = EntryTypes.check(entry);
        type.ifPresent(findings::add);
        if (type.isPresent()) {
            return;
        }
        ZipSizes sizes = entry.sizes();
        if (entry.method() == ZipEntryHeader.STORED
                && sizes.compressedBytes() != sizes.sizeBytes()) {
            add(ENT_020, entry, sizes.compressedBytes(), sizes.sizeBytes());
        }
        if (entry.isFolder()) {
            paths.folder(entry.name().substring(0, entry.name().length() - 1));
        } else {
            paths.file(entry.name()).ifPresent(path -> files.put(path, entry));
        }
    }

    /** What is wrong according to the headers. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /**
     * Reads every file once; to be called only where there are no findings.
     *
     * @param dataOffsets where the bytes begin, by the offset of the local header
     * @param owned what is closed together with the files
     */
    OpenResult read(Path zipFile, Map<Long, Long> dataOffsets, Closeable owned) throws IOException {
        ListedFiles.Builder builder = new ListedFiles.Builder();
        for (Map.Entry<FilePath, ZipEntryHeader> file : files.entrySet()) {
            ZipEntryHeader entry = file.getValue();
            Long offset = dataOffsets.get(entry.sizes().offset());
            if (offset == null) {
                throw new IllegalArgumentException("no bytes are known of " + file.getKey());
            }
            read(entry, zipFile, offset)
                    .ifPresent(
                            content ->
                                    builder.add(
                                            file.getKey(),
                                            content,
                                            () -> open(entry, zipFile, offset)));
        }
        return findings.isEmpty()
                ? new OpenResult.Opened(builder.build(owned), notes)
                : new OpenResult.Refused(findings);
    }

    private Optional<Content> read(ZipEntryHeader entry, Path zipFile, long offset)
            throws IOException {
        long declared = entry.sizes().sizeBytes();
        int before = findings.size();
        try (InputStream in = open(entry, zipFile, offset)) {
            Content content = Content.read(in, declared);
            if (content.sizeBytes() > declared) {
                add(ENT_022, entry, declared);
            } else if (content.sizeBytes() < declared) {
                add(ENT_023, entry, declared, content.sizeBytes());
            } else if (in instanceof InflatedBytes inflated && inflated.hasLeftover()) {
                add(ENT_025, entry);
            } else if (content.crc() != entry.crc()) {
                add(ENT_021, entry);
            }
            return findings.size() == before ? Optional.of(content) : Optional.empty();
        } catch (ZipException | EOFException e) {
            add(ENT_024, entry);
            return Optional.empty();
        }
    }

    private static InputStream open(ZipEntryHeader entry, Path zipFile, long offset)
            throws IOException {
        EntryBytes bytes = EntryBytes.open(zipFile, offset, entry.sizes().compressedBytes());
        return entry.method() == ZipEntryHeader.DEFLATED ? new InflatedBytes(bytes) : bytes;
    }

    private void add(Rule rule, ZipEntryHeader entry, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of(entry.name()));
        arguments.addAll(List.of(more));
        findings.add(Finding.of(rule, EntryPaths.place(entry.name()), arguments.toArray()));
    }
}
