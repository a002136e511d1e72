package org.contentpack.manifest;

import java.util.Optional;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FilePath;

/**
 * What one article's file spells, right or wrong.
 *
 * @param stem the file's name before the first dot: what the article's id has to be
 * @param languageSuffix what stands between the first dot and {@code .md}, as written; empty for an
 *     article in the pack's own language
 * @param digest of the file's bytes
 * @param frontMatter empty where there is none or it is no YAML mapping
 */
public record ArticleDocument(
        FilePath file,
        String stem,
        Optional<String> languageSuffix,
        Digest digest,
        Optional<Located<FrontMatterDocument>> frontMatter,
        BodyDocument body) {}
