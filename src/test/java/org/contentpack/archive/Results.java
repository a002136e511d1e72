package org.contentpack.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.contentpack.finding.Finding;
import org.contentpack.finding.Refusal;
import org.contentpack.finding.Report;
import org.contentpack.pack.FileEntry;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what came of opening something in the words of the tests. */
final class Results {

    private Results() {}

    /** {@code ENT-035 ../evil.md}: each finding by code and location. */
    static List<String> codesAndPlaces(Collection<Finding> findings) {
        return findings.stream()
                .sorted()
                .map(f -> (f.rule().code() + " " + f.location()).strip())
                .toList();
    }

    /** The findings of a refusal; none where it was opened. */
    static List<String> codesAndPlaces(OpenResult result) {
        return result instanceof OpenResult.Refused refused
                ? codesAndPlaces(refused.findings())
                : List.of();
    }

    static Refusal refusal(OpenResult result) {
        assertThat(result).isInstanceOf(OpenResult.Refused.class);
        return Report.of(((OpenResult.Refused) result).findings()).refusal().orElseThrow();
    }

    static OpenResult.Opened opened(OpenResult result) {
        assertThat(codesAndPlaces(result)).isEmpty();
        return (OpenResult.Opened) result;
    }

    /** Every path with its content as text of one byte a character. */
    static SortedMap<String, String> contents(PackFiles files) throws java.io.IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        for (FileEntry entry : files.list().entries()) {
            contents.put(
                    entry.path().value(),
                    new String(
                            files.read(entry.path()),
                            java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        return contents;
    }
}
