package org.contentpack.validation;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.pack.Profile;

/** Holds each article to rules about its sentences, which are cut once for all of them. */
final class ProseIsChecked implements PackRule {

    private final List<Supplier<ProseRule>> rules;
    private final List<Supplier<ProseRule>> healthRules;

    /**
     * @param rules for every pack
     * @param healthRules behind them, for packs of the health profile only
     */
    ProseIsChecked(List<Supplier<ProseRule>> rules, List<Supplier<ProseRule>> healthRules) {
        this.rules = List.copyOf(rules);
        this.healthRules = List.copyOf(healthRules);
    }

    @Override
    public void check(PackContext context, Consumer<Finding> found) throws IOException {
        boolean isHealth = context.profile().filter(Profile.HEALTH::equals).isPresent();
        List<ProseRule> all =
                Stream.concat(rules.stream(), isHealth ? healthRules.stream() : Stream.empty())
                        .map(Supplier::get)
                        .toList();
        List<AtMost> counted = all.stream().map(rule -> new AtMost(found)).toList();
        for (ArticleDocument article : context.articles()) {
            Prose prose = Prose.of(context, article);
            for (int i = 0; i < all.size(); i++) {
                all.get(i).check(prose, counted.get(i));
            }
        }
    }
}
