package org.contentpack.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contentpack.compare.ReleaseComparison.Side;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Redirect;
import org.contentpack.pack.Release;
import org.contentpack.registry.Actor;
import org.contentpack.registry.PublishResult;
import org.contentpack.registry.Registry;
import org.contentpack.registry.Submission;
import org.contentpack.registry.TestPack;
import org.contentpack.registry.TestRegistry;
import org.contentpack.storage.InMemoryReleaseStore;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ReleaseComparisonTest {

    private final Registry registry = TestRegistry.over(new InMemoryReleaseStore());
    private final List<Release> releases = new ArrayList<>();

    private void publish(TestPack pack) throws IOException {
        PublishResult result =
                registry.publish(new Submission(pack.files(), List.of(), Actor.BUILT_IN));
        assertThat(result).isInstanceOf(PublishResult.Published.class);
        releases.add(registry.release(((PublishResult.Published) result).registration()));
    }

    private ReleaseComparison firstAgainstLast() throws IOException {
        return compare(releases.get(0), releases.get(releases.size() - 1), id -> false);
    }

    private ReleaseComparison compare(
            Release from, Release to, java.util.function.Predicate<ArticleId> isWithdrawn)
            throws IOException {
        List<Redirect> redirects = new ArrayList<>();
        releases.subList(
                        releases.indexOf(from) + 1,
                        Math.max(releases.indexOf(from), releases.indexOf(to)) + 1)
                .forEach(release -> redirects.addAll(release.manifest().redirects()));
        return ReleaseComparison.of(
                new Side(from, registry::article, isWithdrawn),
                new Side(to, registry::article, isWithdrawn),
                redirects,
                Optional.empty());
    }

    private static String text(WordDiff words) {
        return words.pieces().stream()
                .map(
                        piece ->
                                switch (piece.kind()) {
                                    case EQUAL -> piece.text();
                                    case ADDED -> "[+" + piece.text() + "]";
                                    case REMOVED -> "[-" + piece.text() + "]";
                                })
                .collect(Collectors.joining());
    }

    private static List<String> lines(ReleaseComparison comparison) {
        List<String> lines = new ArrayList<>();
        lines.add("bump " + comparison.bump());
        comparison.outline().forEach(c -> lines.add(c.part() + " " + c.action() + " " + c.name()));
        comparison.fields().forEach(f -> lines.add("pack " + line(f)));
        for (ArticleDifference article : comparison.articles()) {
            lines.add(
                    article.head().id()
                            + " "
                            + article.head().language()
                            + " "
                            + sorted(article.differences())
                            + article.left().map(left -> " " + left).orElse(""));
            article.fields().forEach(f -> lines.add("  " + line(f)));
            for (SectionDifference section : article.sections()) {
                lines.add(
                        "  #"
                                + section.id()
                                + section.former().map(f -> " was " + f).orElse("")
                                + " "
                                + sorted(section.differences())
                                + section.words().map(w -> " " + text(w).strip()).orElse(""));
                section.fields().forEach(f -> lines.add("    " + line(f)));
            }
        }
        comparison
                .assets()
                .forEach(
                        asset -> {
                            lines.add(
                                    asset.path()
                                            + asset.former().map(f -> " was " + f).orElse("")
                                            + " "
                                            + sorted(asset.differences()));
                            asset.fields().stream()
                                    .filter(f -> !f.name().equals("digest"))
                                    .forEach(f -> lines.add("  " + line(f)));
                        });
        lines.add("unchanged " + comparison.unchanged());
        return lines;
    }

    private static List<String> sorted(java.util.Set<Difference> differences) {
        return differences.stream().sorted().map(Difference::id).toList();
    }

    private static String line(FieldChange field) {
        return field.name() + " " + field.from().orElse("-") + " -> " + field.to().orElse("-");
    }

    private static String body(String... sections) {
        return "Intro.\n\n" + String.join("\n\n", sections);
    }

    private static final String DRAWING =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d 9\"><title>A</title></svg>";

    private static String asset(String path) {
        return "assets: [{path: assets/"
                + path
                + ", alt: A drawing, title: Drawing, credit: Project, license: CC0-1.0}]";
    }

    @Test
    void everyKindOfDifferenceIsTold() throws IOException {
        publish(
                new TestPack("compared", "1.0.0")
                        .manifest("tags: [one]\n" + asset("old.svg"))
                        .file("assets/old.svg", DRAWING.formatted(5))
                        .article("same", "en", "Same", "", "Nothing happens here.")
                        .article(
                                "a",
                                "en",
                                "Title",
                                "tags: [one]",
                                body(
                                        "![A drawing](../assets/old.svg)",
                                        "## One {#one .cause}\n\nDrink some water.",
                                        "## Two {#two}\n\nSecond.",
                                        "## Three {#three}\n\nThird.",
                                        "## Gone {#gone}\n\nOver."))
                        .article("old-name", "en", "Renamed", "", "It stays."));
        publish(
                new TestPack("compared", "2.0.0")
                        .manifest(
                                "tags: [one, two]\n"
                                        + asset("new.svg")
                                        + "\nredirects:\n"
                                        + "  - {kind: asset, from: assets/old.svg, to: assets/new.svg}\n"
                                        + "  - {kind: section, article: a, from: two, to: second}\n"
                                        + "  - {kind: article, from: old-name, to: new-name}\n"
                                        + "removed:\n"
                                        + "  - {kind: section, article: a, id: gone, reason: Said elsewhere.}")
                        .file("assets/new.svg", DRAWING.formatted(6))
                        .article(
                                "a",
                                "en",
                                "Title",
                                "tags: [one]",
                                body(
                                        "![A drawing](../assets/new.svg)",
                                        "## One {#one .cause}\n\nDrink some water.",
                                        "## Two {#second}\n\nSecond.",
                                        "## Three {#three}\n\nThird."))
                        .note("addition", "new-name")
                        .article("same", "en", "Same", "", "Nothing happens here.")
                        .article("new-name", "en", "Renamed", "", "It stays."));
        publish(
                new TestPack("compared", "2.1.0")
                        .manifest(
                                "tags: [one, two]\n"
                                        + asset("new.svg")
                                        + "\nredirects:\n"
                                        + "  - {kind: section, article: a, from: second, to: last}")
                        .file("assets/new.svg", DRAWING.formatted(6))
                        .article(
                                "a",
                                "en",
                                "Another title",
                                "tags: [two]",
                                body(
                                        "![A drawing](../assets/new.svg)",
                                        "## Three {#three}\n\nThird.",
                                        "## One, now {#one .treatment}\n\nDrink more water.",
                                        "## New {#new}\n\nJust come.",
                                        "## Two {#last}\n\nSecond."))
                        .article("same", "en", "Same", "", "Nothing happens here.")
                        .article("new-name", "en", "Renamed", "", "It stays."));

        assertThat(lines(firstAgainstLast()))
                .containsExactly(
                        "bump Optional[MAJOR]",
                        "ARTICLE RENAMED old-name",
                        "ARTICLE ADDED new-name",
                        "SECTION REMOVED a#gone",
                        "SECTION RENAMED a#two",
                        "SECTION ADDED a#last",
                        "SECTION ADDED a#new",
                        "ASSET RENAMED assets/old.svg",
                        "ASSET ADDED assets/new.svg",
                        "pack tags one -> one\ntwo",
                        "a en [changed]",
                        "  title Title -> Another title",
                        "  tags one -> two",
                        "  #intro [changed] Intro.\n\n![A drawing](../assets/[-old][+new].svg)",
                        "  #three [moved]",
                        "  #one [changed] Drink [-some][+more] water.",
                        "    heading One -> One, now",
                        "    kind cause -> treatment",
                        "  #new [added] [+Just come.\n]",
                        "  #last was two [renamed]",
                        "  #gone [removed] [-Over.\n]",
                        "new-name en [renamed, changed]",
                        "  slug old-name -> new-name",
                        "assets/new.svg was assets/old.svg [renamed, changed]",
                        "unchanged 1");
        ReleaseComparison back = compare(releases.get(2), releases.get(0), id -> false);
        assertThat(back.bump()).contains(org.contentpack.version.Bump.MAJOR);
        assertThat(back.articles())
                .extracting(a -> a.head().id() + " " + sorted(a.differences()))
                .containsExactly("a [changed]", "old-name [added]", "new-name [removed]");
    }

    @Test
    void equalReleasesHaveNoDifference() throws IOException {
        publish(new TestPack("equal", "1.0.0").article("a", "en", "Title", "", "Text."));

        assertThat(lines(compare(releases.get(0), releases.get(0), id -> false)))
                .containsExactly("bump Optional.empty", "unchanged 1");
    }

    @Test
    void withdrawnTextsAreNamedOnly() throws IOException {
        publish(new TestPack("withdrawn", "1.0.0").article("a", "en", "Title", "", "Text."));
        publish(new TestPack("withdrawn", "1.0.1").article("a", "en", "Title", "", "Words."));

        assertThat(lines(compare(releases.get(0), releases.get(1), id -> true)))
                .containsExactly("bump Optional[PATCH]", "a en [changed] WITHDRAWN", "unchanged 0");
    }

    /** Five articles of half a MB without a word in common: three are compared, two are named. */
    @Test
    void largeTextsTakeBoundedTime() throws IOException {
        publish(large("1.0.0", "a"));
        publish(large("1.0.1", "b"));

        ReleaseComparison comparison =
                Assertions.assertTimeout(Duration.ofSeconds(10), this::firstAgainstLast);

        assertThat(comparison.articles())
                .extracting(ArticleDifference::left)
                .containsExactly(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(ArticleDifference.Left.TOO_MUCH),
                        Optional.of(ArticleDifference.Left.TOO_MUCH));
    }

    private static TestPack large(String version, String word) {
        TestPack pack = new TestPack("large", version);
        for (int article = 0; article < 5; article++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; text.length() < 510_000; i++) {
                text.append(word).append(i).append(i % 9 == 8 ? ".\n" : " ");
            }
            pack.article("a" + article, "en", "Large " + article, "", text.toString().strip());
        }
        return pack;
    }
}
