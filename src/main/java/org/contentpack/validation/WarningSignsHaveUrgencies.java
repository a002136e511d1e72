package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.HLT_003;
import static org.contentpack.finding.BuiltInRule.HLT_004;
import static org.contentpack.finding.BuiltInRule.HLT_005;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.BodyDocument.ListItemDocument;
import org.contentpack.manifest.BodyDocument.SectionDocument;
import org.contentpack.pack.SectionKind;
import org.contentpack.pack.Urgency;

/** HLT-003, HLT-004, HLT-005: when to get help is a list, each item with its urgency. */
final class WarningSignsHaveUrgencies implements PackRule {

    private static final List<String> URGENCIES =
            Arrays.stream(Urgency.values()).map(Urgency::id).toList();

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        for (ArticleDocument article : context.articles()) {
            for (SectionDocument section : article.body().sections()) {
                if (!section.kinds().contains(SectionKind.WHEN_TO_GET_HELP.id())) {
                    continue;
                }
                if (section.listItems().isEmpty()) {
                    found.accept(
                            Finding.of(
                                    HLT_003,
                                    PackContext.at(article, section.position()),
                                    section.id().orElse("")));
                }
                section.listItems().forEach(item -> check(article, item, context, found));
            }
        }
    }

    private static void check(
            ArticleDocument article,
            ListItemDocument item,
            PackContext context,
            Consumer<Finding> found) {
        Location place = PackContext.at(article, item.position());
        if (item.marker().isEmpty()) {
            found.accept(Finding.of(HLT_004, place, item.markdown().strip()));
        } else if (item.marker().flatMap(Urgency::parse).isEmpty()) {
            String word = item.marker().get();
            found.accept(
                    Finding.of(HLT_005, place, word).suggesting(context.nearest(word, URGENCIES)));
        }
    }
}
