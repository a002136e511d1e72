package org.contentpack.manifest;

import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.contentpack.archive.Limits;
import org.contentpack.archive.PackFiles;
import org.contentpack.finding.BuiltInRule;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.manifest.DocumentBinder.Bound;
import org.contentpack.manifest.LocatedNode.Mapping;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FilePath;

/**
 * Reads a pack's texts into documents and finds what is wrong within each file, against the rules,
 * which look at what spans files. Never fails for what stands in a file.
 *
 * <p>Safe for use by several threads. Files over the limits are not read.
 */
public final class PackDocumentReader {

    private static final FilePath MANIFEST = new FilePath("pack.yaml");
    private static final Set<String> LIKE_MANIFEST =
            Set.of("pack.yaml", "pack.yml", "manifest.yaml", "manifest.yml");
    private static final String FIRST_KEY = "format";

    private final DocumentCheck check;
    private final Limits limits;

    /**
     * @param validator such as {@link DocumentConstraints#validator()}
     */
    public PackDocumentReader(Validator validator, Limits limits) {
        this(new DocumentConstraints(validator), limits);
    }

    PackDocumentReader(DocumentCheck check, Limits limits) {
        this.check = check;
        this.limits = limits;
    }

    /**
     * Reads all texts of a pack; leaves the files open.
     *
     * @throws IOException where a file cannot be read as it was listed
     */
    public PackReading read(PackFiles files) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Optional<Located<ManifestDocument>> manifest = readManifest(files, findings);
        Optional<String> language =
                manifest.flatMap(m -> Optional.ofNullable(m.document().language()));
        List<ArticleDocument> articles = new ArrayList<>();
        for (FileEntry entry : files.list().entries()) {
            if (entry.path().isIn(ArticleFileName.FOLDER)) {
                readArticle(files, entry, language, findings).ifPresent(articles::add);
            }
        }
        return new PackReading(new PackDocument(files, manifest, articles), findings);
    }

    private Optional<Located<ManifestDocument>> readManifest(
            PackFiles files, List<Finding> findings) throws IOException {
        for (FileEntry entry : files.list().entries()) {
            String name = entry.path().value();
            if (LIKE_MANIFEST.contains(name.toLowerCase(Locale.ROOT))
                    && !entry.path().equals(MANIFEST)) {
                findings.add(Finding.of(BuiltInRule.MAN_041, Location.of(entry.path()), name));
            }
        }
        Optional<FileEntry> entry = files.list().find(MANIFEST);
        if (entry.isEmpty()) {
            findings.add(Finding.of(BuiltInRule.MAN_040, Location.PACK));
            return Optional.empty();
        }
        FileFindings inFile = new FileFindings(MANIFEST, Part.MANIFEST);
        Optional<Located<ManifestDocument>> manifest = Optional.empty();
        if (entry.get().sizeBytes() > limits.manifestBytes()) {
            inFile.add(BuiltInRule.MAN_042, entry.get().sizeBytes(), limits.manifestBytes());
        } else {
            manifest = parseManifest(files.read(MANIFEST), inFile);
        }
        findings.addAll(inFile.all());
        return manifest;
    }

    /** A manifest by itself; what is wrong with it is not told. */
    Optional<Located<ManifestDocument>> manifest(byte[] bytes) {
        return parseManifest(bytes, new FileFindings(MANIFEST, Part.MANIFEST));
    }

    /** An article by itself; what is wrong with it is not told. */
    Optional<ArticleDocument> article(FilePath path, byte[] bytes) {
        return ArticleFileName.of(path, new FileFindings(path, Part.ARTICLE))
                .map(name -> new ArticleReader(check).read(name, bytes).article());
    }

    private Optional<Located<ManifestDocument>> parseManifest(byte[] bytes, FileFindings findings) {
        Optional<Mapping> mapping =
                SourceText.read(bytes, findings)
                        .flatMap(text -> LocatedYaml.read(text, 1, FIRST_KEY, findings));
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        Bound<ManifestDocument> bound =
                new DocumentBinder(findings).bind(mapping.get(), ManifestDocument.class);
        check.check(bound, findings);
        return Optional.of(bound.located());
    }

    private Optional<ArticleDocument> readArticle(
            PackFiles files, FileEntry entry, Optional<String> packLanguage, List<Finding> findings)
            throws IOException {
        FileFindings onFile = new FileFindings(entry.path(), Part.ARTICLE);
        Optional<ArticleFileName> name = ArticleFileName.of(entry.path(), onFile);
        name.ifPresent(n -> packLanguage.ifPresent(own -> n.checkAgainst(own, onFile)));
        boolean isTooLong = entry.sizeBytes() > limits.articleBytes();
        if (name.isPresent() && isTooLong) {
            onFile.add(BuiltInRule.ART_042, entry.sizeBytes(), limits.articleBytes());
        }
        findings.addAll(onFile.all());
        if (name.isEmpty() || isTooLong) {
            return Optional.empty();
        }
        ArticleReader.ArticleReading reading =
                new ArticleReader(check).read(name.get(), files.read(entry.path()));
        findings.addAll(reading.findings());
        return Optional.of(reading.article());
    }
}
