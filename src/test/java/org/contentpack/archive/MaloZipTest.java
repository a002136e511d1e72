package org.contentpack.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.archive.Results.contents;
import static org.contentpack.archive.Results.opened;

import org.contentpack.finding.Finding;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The public corpus malo: what to read, what to refuse, and what we decided on the rest. */
class MaloZipTest {

    private static final Path CORPUS = Path.of("../shared/corpora/malo-zip");
    private static final Path DECISIONS = Path.of("docs/zip-decisions.md");
    private static final Pattern ROW =
            Pattern.compile("\\| `(.+\\.zip)` \\| (read|refused) \\| (.+) \\| .{20,} \\|");

    @BeforeEach
    void corpusIsThere() {
        Assumptions.assumeTrue(
                Files.isDirectory(CORPUS), "the corpus is not at " + CORPUS + ": nothing tested");
    }

    @Test
    void everyFileToAcceptIsReadAsItIs() throws IOException {
        SortedMap<String, Map<String, String>> read = new TreeMap<>();
        for (Path zip : zips("accept")) {
            try (PackFiles files = opened(new ZipReader(Limits.DEFAULT).open(zip)).files()) {
                read.put(zip.getFileName().toString(), contents(files));
            }
        }

        Map<String, String> letters = Map.of("foo", "abcdefgh");
        Map<String, String> hello = Map.of("fixme", "hello");
        assertThat(read)
                .containsExactly(
                        Map.entry("comment.zip", letters),
                        Map.entry("data_descriptor.zip", hello),
                        Map.entry("data_descriptor_zip64.zip", hello),
                        Map.entry("deflate.zip", letters),
                        Map.entry("normal_deflate.zip", hello),
                        Map.entry("normal_deflate_zip64_extra.zip", hello),
                        Map.entry("store.zip", letters),
                        Map.entry("subdir.zip", Map.of("foo/bar", "abcdefgh")),
                        Map.entry("zip64_eocd.zip", hello));
    }

    @Test
    void everyFileToRejectIsRefused() throws IOException {
        assertThat(outcomes("reject"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.ofEntries(
                                Map.entry("cd_extra_entry.zip", "refused ENT-051"),
                                Map.entry("cd_missing_entry.zip", "refused PKG-012"),
                                Map.entry(
                                        "data_descriptor_bad_content_zero_crc.zip",
                                        "refused ENT-009"),
                                Map.entry("data_descriptor_bad_crc.zip", "refused ENT-009"),
                                Map.entry("data_descriptor_bad_crc_0.zip", "refused ENT-009"),
                                Map.entry("data_descriptor_bad_csize.zip", "refused ENT-009"),
                                Map.entry("data_descriptor_bad_usize.zip", "refused ENT-009"),
                                Map.entry(
                                        "data_descriptor_bad_usize_no_sig.zip", "refused ENT-009"),
                                Map.entry("data_descriptor_zip64_csize.zip", "refused ENT-009"),
                                Map.entry("data_descriptor_zip64_usize.zip", "refused ENT-009"),
                                Map.entry("shortextra.zip", "refused PKG-011"),
                                Map.entry("zip64_extra_csize.zip", "refused ENT-026"),
                                Map.entry("zip64_extra_usize.zip", "refused ENT-023")));
    }

    @Test
    void everyMaliciousFileIsRefused() throws IOException {
        assertThat(outcomes("malicious"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "second_unicode_extra.zip", "refused ENT-004",
                                "short_usize.zip", "refused ENT-022",
                                "short_usize_zip64.zip", "refused ENT-003",
                                "trailing_slash_name.zip", "refused ENT-019",
                                "trailing_slash_payload.zip", "refused ENT-019",
                                "unicode_extra_chain.zip", "refused ENT-004",
                                "zip64_eocd_confusion.zip", "refused PKG-004",
                                "zipinzip.zip", "refused PKG-004"));
    }

    @Test
    void everyDoubtfulFileIsTreatedAsWritten() throws IOException {
        SortedMap<String, String> decisions = new TreeMap<>();
        for (String line : Files.readAllLines(DECISIONS)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                decisions.put(row.group(1), row.group(2) + " " + row.group(3));
            }
        }

        assertThat(outcomes("iffy")).hasSize(49).isEqualTo(decisions);
    }

    /** {@code refused ENT-008, PKG-012} or {@code read –} by file name. */
    private static SortedMap<String, String> outcomes(String folder) throws IOException {
        SortedMap<String, String> outcomes = new TreeMap<>();
        for (Path zip : zips(folder)) {
            OpenResult result = new ZipReader(Limits.DEFAULT).open(zip);
            outcomes.put(zip.getFileName().toString(), outcome(result));
        }
        return outcomes;
    }

    private static String outcome(OpenResult result) {
        if (result instanceof OpenResult.Refused refused) {
            Stream<Finding> findings = refused.findings().stream();
            List<String> codes = findings.map(f -> f.rule().code()).distinct().sorted().toList();
            return "refused " + String.join(", ", codes);
        }
        return "read –";
    }

    private static List<Path> zips(String folder) throws IOException {
        try (Stream<Path> zips = Files.list(CORPUS.resolve(folder))) {
            return zips.sorted().toList();
        }
    }
}
