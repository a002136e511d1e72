package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.REF_001;
import static org.contentpack.finding.BuiltInRule.REF_002;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.manifest.ArticleDocument;
import org.contentpack.manifest.BodyDocument.LinkDocument;
import org.contentpack.pack.Destination;

/** REF-001, REF-002: relative links lead to articles, their sections, or assets. */
final class LinksResolve implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        Map<String, Set<String>> sections = new LinkedHashMap<>();
        context.articles()
                .forEach(
                        a ->
                                sections.put(
                                        a.file().value(),
                                        new HashSet<>(PackContext.sectionIds(a))));
        // A file that is there but could not be read as an article has a finding of its own.
        Set<String> others = new TreeSet<>(context.listedAssets());
        context.files().stream().filter(f -> f.startsWith("articles/")).forEach(others::add);
        for (ArticleDocument article : context.articles()) {
            article.body().sections().stream()
                    .flatMap(s -> s.links().stream())
                    .forEach(link -> check(article, link, sections, others, context, found));
        }
    }

    private static void check(
            ArticleDocument article,
            LinkDocument link,
            Map<String, Set<String>> sections,
            Set<String> others,
            PackContext context,
            Consumer<Finding> found) {
        if (!(Destination.of(link.destination(), article.file())
                instanceof Destination.Inside inside)) {
            return;
        }
        Location place = PackContext.at(article, link.position());
        String file = inside.path().orElse(article.file().value());
        Set<String> ids = sections.get(file);
        if (ids == null) {
            if (!others.contains(file)) {
                Set<String> known = new TreeSet<>(others);
                known.addAll(sections.keySet());
                String fragment = inside.fragment().map(id -> "#" + id).orElse("");
                found.accept(
                        Finding.of(REF_001, place, link.destination())
                                .suggesting(
                                        context.nearest(file, known)
                                                .map(PackContext::asLinked)
                                                .map(meant -> meant + fragment)));
            }
        } else if (inside.fragment().isPresent() && !ids.contains(inside.fragment().get())) {
            String path = inside.path().map(PackContext::asLinked).orElse("");
            found.accept(
                    Finding.of(REF_002, place, link.destination(), file)
                            .suggesting(
                                    context.nearest(inside.fragment().get(), ids)
                                            .map(id -> path + "#" + id)));
        }
    }
}
