package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.HLT_002;
import static org.contentpack.finding.BuiltInRule.HLT_006;

import java.util.List;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.BodyDocument.SectionDocument;
import org.contentpack.pack.SectionKind;

/** HLT-002, HLT-006: every article says when to get help, before it speaks of causes. */
final class HelpComesFirst implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        for (ArticleDocument article : context.articles()) {
            List<SectionDocument> sections = article.body().sections();
            int help = first(sections, SectionKind.WHEN_TO_GET_HELP);
            int cause = first(sections, SectionKind.CAUSE);
            if (help == sections.size()) {
                found.accept(
                        Finding.of(
                                HLT_002, Location.of(article.file()), PackContext.idOf(article)));
            } else if (cause < help) {
                SectionDocument section = sections.get(help);
                found.accept(
                        Finding.of(
                                HLT_006,
                                PackContext.at(article, section.position()),
                                section.id().orElse("")));
            }
        }
    }

    /** The index of the first section of a kind; behind the last where there is none. */
    private static int first(List<SectionDocument> sections, SectionKind kind) {
        int i = 0;
        while (i < sections.size() && !sections.get(i).kinds().contains(kind.id())) {
            i++;
        }
        return i;
    }
}
