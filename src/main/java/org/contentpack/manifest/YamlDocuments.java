package org.contentpack.manifest;

import java.util.List;
import java.util.Optional;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.DocumentBinder.Bound;
import org.contentpack.manifest.LocatedNode.Mapping;
import org.contentpack.pack.FilePath;

/**
 * Reads YAML files that are no part of a pack, such as the settings of tools, in the way of
 * manifests: as written, with the place of every value, and told by the same rules.
 */
public final class YamlDocuments {

    private YamlDocuments() {}

    /**
     * What came of reading a file.
     *
     * @param document empty where the text is no YAML mapping
     */
    public record Reading<D>(Optional<Located<D>> document, List<Finding> findings) {
        public Reading {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Reads one file; never fails for what stands in it.
     *
     * @param firstKey what a file like this begins with, for the hint
     * @param shape a public record of texts, lists and further public records
     */
    public static <D extends Record> Reading<D> read(
            FilePath file, byte[] bytes, String firstKey, Class<D> shape) {
        FileFindings findings = new FileFindings(file, Part.MANIFEST);
        Optional<Mapping> mapping =
                SourceText.read(bytes, findings)
                        .flatMap(text -> LocatedYaml.read(text, 1, firstKey, findings));
        Optional<Located<D>> document =
                mapping.map(m -> new DocumentBinder(findings).bind(m, shape)).map(Bound::located);
        return new Reading<>(document, findings.all());
    }
}
