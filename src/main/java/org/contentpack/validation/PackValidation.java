package org.contentpack.validation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.contentpack.archive.PackFiles;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Report;
import org.contentpack.manifest.Located;
import org.contentpack.manifest.ManifestDocument;
import org.contentpack.manifest.PackDocument;
import org.contentpack.manifest.PackDocumentReader;
import org.contentpack.manifest.PackReading;
import org.contentpack.manifest.ReleaseAssembler;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Release;
import org.contentpack.version.Version;

/**
 * The one way from the files of a pack to a release: reads them, holds them to every rule, and
 * tells all findings in one report, whatever the files came from.
 *
 * <p>Nothing outside the given files is read, and no address in them is ever opened. Safe for use
 * by several threads where the rules are.
 */
public final class PackValidation {

    private final PackDocumentReader reader;
    private final List<PackRule> rules;
    private final ReleaseAssembler assembler = new ReleaseAssembler();

    /**
     * @param rules such as {@link PackRules#builtIn()}
     */
    public PackValidation(PackDocumentReader reader, List<PackRule> rules) {
        this.reader = reader;
        this.rules = List.copyOf(rules);
    }

    /**
     * Validates one pack; leaves its files open.
     *
     * @param known what was found before: when the files were opened, and against their {@code
     *     .sha256} list where there is one
     * @param previous asked only where the manifest has a readable id and version
     * @throws IOException where a file cannot be read as it was listed
     */
    public ValidationResult validate(
            PackFiles files, Collection<Finding> known, PreviousReleases previous)
            throws IOException {
        PackReading reading = reader.read(files);
        List<Finding> findings = new ArrayList<>(known);
        findings.addAll(reading.findings());
        PackDocument document = reading.document();
        PackContext context = new PackContext(document, previousOf(document, previous));
        for (PackRule rule : rules) {
            rule.check(context, findings::add);
        }
        Report report = Report.of(findings);
        Optional<ManifestDocument> manifest = document.manifest().map(Located::document);
        return report.hasErrors()
                ? new ValidationResult.Refused(
                        report,
                        manifest.map(ManifestDocument::id),
                        manifest.map(ManifestDocument::version))
                : new ValidationResult.Accepted(assembler.assemble(document), report);
    }

    private static Optional<Release> previousOf(PackDocument document, PreviousReleases previous)
            throws IOException {
        Optional<ManifestDocument> manifest = document.manifest().map(Located::document);
        Optional<PackId> id = manifest.map(ManifestDocument::id).flatMap(PackId::parse);
        Optional<Version> version = manifest.map(ManifestDocument::version).flatMap(Version::parse);
        return id.isPresent() && version.isPresent()
                ? previous.before(id.get(), version.get())
                : Optional.empty();
    }
}
