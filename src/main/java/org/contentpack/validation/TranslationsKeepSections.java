package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_033;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.pack.FilePath;

/** REF-033: a translation has the sections of its source, in the same order. */
final class TranslationsKeepSections implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        // One source may be long, and have thousands of translations.
        Map<FilePath, Sections> sources = new HashMap<>();
        for (ArticleDocument article : context.articles()) {
            Optional<ArticleDocument> source =
                    context.sourceOf(article).filter(s -> PackContext.isTranslation(article));
            if (source.isEmpty()) {
                continue;
            }
            Sections here = Sections.of(article);
            Sections there =
                    sources.computeIfAbsent(source.get().file(), f -> Sections.of(source.get()));
            if (!there.ids().equals(here.ids())) {
                found.accept(
                        Finding.of(
                                REF_033,
                                Location.of(article.file()),
                                PackContext.idOf(article),
                                here.text(),
                                there.text()));
            }
        }
    }

    /** The ids of an article's sections, and how a finding names them. */
    private record Sections(List<String> ids, String text) {

        static Sections of(ArticleDocument article) {
            List<String> ids = PackContext.sectionIds(article);
            return new Sections(ids, String.join(", ", ids));
        }
    }
}
