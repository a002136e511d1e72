package org.contentpack.rest;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.sync.Target;

/**
 * The wire shape of a target; {@code docs/api/target.json}.
 *
 * @param articles that it takes; absent for all
 * @param languages that it takes; absent for all
 */
record TargetAnswer(
        String name,
        String kind,
        URI site,
        List<PackId> packs,
        Optional<List<ArticleId>> articles,
        Optional<List<Language>> languages,
        String status,
        String policy,
        boolean retireUntouched,
        Optional<Target.Answerable> allowUnreviewed,
        String url,
        String checkUrl,
        String plansUrl,
        String runsUrl,
        String driftUrl) {

    static TargetAnswer of(Target target, Links links) {
        String url = links.target(target.name());
        return new TargetAnswer(
                target.name().value(),
                target.kind(),
                target.url(),
                List.copyOf(target.packs()),
                Optional.of(List.copyOf(target.articles())).filter(list -> !list.isEmpty()),
                Optional.of(List.copyOf(target.languages())).filter(list -> !list.isEmpty()),
                target.status().id(),
                target.policy().id(),
                target.retireUntouched(),
                target.allowUnreviewed(),
                url,
                url + "/check",
                url + "/plans",
                url + "/runs",
                url + "/drift");
    }
}
