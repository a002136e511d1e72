package org.contentpack.manifest;

import java.util.List;
import java.util.Optional;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.DocumentBinder.Bound;
import org.contentpack.manifest.LocatedNode.Mapping;
import org.contentpack.pack.Digest;

/**
 * Reads the bytes of one article: front matter as YAML, the rest as Markdown. Safe for use by
 * several threads, as its check is.
 */
final class ArticleReader {

    private static final String FIRST_KEY = "id";

    private final DocumentCheck check;

    ArticleReader(DocumentCheck check) {
        this.check = check;
    }

    /** An article as far as it can be read, with all that is wrong in its file. */
    record ArticleReading(ArticleDocument article, List<Finding> findings) {
        ArticleReading {
            findings = List.copyOf(findings);
        }
    }

    ArticleReading read(ArticleFileName name, byte[] bytes) {
        FileFindings findings = new FileFindings(name.file(), Part.ARTICLE);
        Optional<String> text = SourceText.read(bytes, findings);
        FrontMatter front =
                text.map(t -> FrontMatter.of(t, findings)).orElse(new FrontMatter("", false, 0));
        Optional<Located<FrontMatterDocument>> frontMatter =
                front.isPresent() ? readFrontMatter(front.yaml(), findings) : Optional.empty();
        BodyDocument body =
                text.map(t -> BodyReader.read(t, front.bodyStart(), findings))
                        .orElse(new BodyDocument(List.of()));
        return new ArticleReading(
                new ArticleDocument(
                        name.file(),
                        name.stem(),
                        name.language(),
                        Digest.of(bytes),
                        frontMatter,
                        body),
                findings.all());
    }

    private Optional<Located<FrontMatterDocument>> readFrontMatter(
            String yaml, FileFindings findings) {
        Optional<Mapping> mapping =
                LocatedYaml.read(yaml, FrontMatter.FIRST_LINE, FIRST_KEY, findings);
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        Bound<FrontMatterDocument> bound =
                new DocumentBinder(findings).bind(mapping.get(), FrontMatterDocument.class);
        check.check(bound, findings);
        return Optional.of(bound.located());
    }
}
