package org.contentpack.manifest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contentpack.finding.BuiltInRule;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;

/**
 * The name of an article's file: {@code articles/<id>.md} or {@code articles/<id>.<language>.md}.
 *
 * @param stem what has to be the article's id
 * @param language what has to be its language; empty for the pack's own
 */
record ArticleFileName(FilePath file, String stem, Optional<String> language) {

    /** The folder of all articles, which has no folders in it. */
    static final String FOLDER = "articles";

    private static final Pattern FORM =
            Pattern.compile(FOLDER + "/([^/.]++)(?:\\.([^/]++))?+(?<=\\.md)");

    /** The name's parts, or empty, with a finding, where the file cannot be an article. */
    static Optional<ArticleFileName> of(FilePath file, FileFindings findings) {
        Matcher form = FORM.matcher(file.value());
        if (!form.matches()) {
            findings.add(BuiltInRule.ART_043);
            return Optional.empty();
        }
        String end = form.group(2);
        Optional<String> language =
                end.equals("md")
                        ? Optional.empty()
                        : Optional.of(end.substring(0, end.length() - ".md".length()));
        ArticleFileName name = new ArticleFileName(file, form.group(1), language);
        name.check(findings);
        return Optional.of(name);
    }

    private void check(FileFindings findings) {
        if (!ArticleId.isArticleId(stem)) {
            findings.add(BuiltInRule.ART_044, stem);
        }
        language.filter(tag -> !isCanonical(tag))
                .ifPresent(
                        tag -> {
                            String proposed =
                                    Language.parse(tag.replace('_', '-'))
                                            .map(Language::tag)
                                            .orElse("es");
                            findings.add(BuiltInRule.ART_045, tag, "." + proposed + ".md");
                        });
    }

    private static boolean isCanonical(String tag) {
        return Language.parse(tag).filter(language -> language.tag().equals(tag)).isPresent();
    }

    /** Adds a finding where a source article names the pack's own language. */
    void checkAgainst(String packLanguage, FileFindings findings) {
        Optional<Language> own = Language.parse(packLanguage);
        if (own.isPresent() && language.flatMap(Language::parse).equals(own)) {
            findings.add(BuiltInRule.ART_046, own.get(), stem + ".md");
        }
    }
}
