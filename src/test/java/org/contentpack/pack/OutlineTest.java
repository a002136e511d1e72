package org.contentpack.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.contentpack.version.Bump;
import org.junit.jupiter.api.Test;

class OutlineTest {

    private static final Outline FORMER =
            outline(
                    "en",
                    "CC0-1.0",
                    List.of("cramps#intro", "cramps#causes", "feet#intro"),
                    List.of("cramps#en", "cramps#es", "feet#en"),
                    List.of("assets/a.svg"));

    @Test
    void nothingChangedIsAPatch() {
        List<OutlineChange> changes = FORMER.changesSince(FORMER, List.of());

        assertThat(changes).isEmpty();
        assertThat(Outline.requiredBump(changes)).isEqualTo(Bump.PATCH);
    }

    @Test
    void whatComesIsMinor() {
        Outline now =
                outline(
                        "en",
                        "CC0-1.0",
                        List.of(
                                "cramps#intro",
                                "cramps#causes",
                                "cramps#relief",
                                "feet#intro",
                                "knees#intro"),
                        List.of("cramps#en", "cramps#es", "feet#en", "feet#de", "knees#en"),
                        List.of("assets/a.svg", "assets/b.svg"));

        List<OutlineChange> changes = now.changesSince(FORMER, List.of());

        assertThat(changes)
                .extracting(c -> c.bump() + " " + c.part() + " " + c.action() + " " + c.name())
                .containsExactly(
                        "MINOR ARTICLE ADDED knees",
                        "MINOR SECTION ADDED cramps#relief",
                        "MINOR TRANSLATION ADDED feet#de",
                        "MINOR ASSET ADDED assets/b.svg");
        assertThat(Outline.requiredBump(changes)).isEqualTo(Bump.MINOR);
    }

    @Test
    void whatGoesAwayIsMajor() {
        Outline now =
                outline("de", "MIT", List.of("cramps#intro"), List.of("cramps#en"), List.of());

        List<OutlineChange> changes = now.changesSince(FORMER, List.of());

        assertThat(changes)
                .extracting(c -> c.bump() + " " + c.part() + " " + c.action() + " " + c.name())
                .containsExactly(
                        "MAJOR LANGUAGE CHANGED de",
                        "MAJOR LICENSE CHANGED MIT",
                        "MAJOR ARTICLE REMOVED feet",
                        "MAJOR TRANSLATION REMOVED cramps#es",
                        "MAJOR SECTION REMOVED cramps#causes",
                        "MAJOR ASSET REMOVED assets/a.svg");
        assertThat(Outline.requiredBump(changes)).isEqualTo(Bump.MAJOR);
    }

    @Test
    void aRedirectThatLeadsSomewhereTakesTheWeightOffARename() {
        Outline now =
                outline(
                        "en",
                        "CC0-1.0",
                        List.of("cramps#intro", "cramps#reasons", "toes#intro"),
                        List.of("cramps#en", "cramps#es", "toes#en"),
                        List.of("assets/b.svg"));
        List<Redirect> redirects =
                List.of(
                        new Redirect(ItemKind.ARTICLE, Optional.empty(), "feet", "toes"),
                        new Redirect(
                                ItemKind.SECTION,
                                Optional.of(new ArticleId("cramps")),
                                "causes",
                                "reasons"),
                        new Redirect(
                                ItemKind.ASSET, Optional.empty(), "assets/a.svg", "assets/b.svg"));

        assertThat(Outline.requiredBump(now.changesSince(FORMER, redirects))).isEqualTo(Bump.MINOR);
        assertThat(Outline.requiredBump(now.changesSince(FORMER, redirects.subList(0, 2))))
                .isEqualTo(Bump.MAJOR);
    }

    @Test
    void aRedirectThatLeadsNowhereTakesNothing() {
        Outline now =
                outline(
                        "en",
                        "CC0-1.0",
                        List.of("cramps#intro", "cramps#causes"),
                        List.of("cramps#en", "cramps#es"),
                        List.of("assets/a.svg"));
        List<Redirect> redirects =
                List.of(new Redirect(ItemKind.ARTICLE, Optional.empty(), "feet", "toes"));

        assertThat(Outline.requiredBump(now.changesSince(FORMER, redirects))).isEqualTo(Bump.MAJOR);
    }

    private static Outline outline(
            String language,
            String license,
            List<String> sections,
            List<String> translations,
            List<String> assets) {
        NavigableMap<ArticleId, java.util.NavigableSet<SectionId>> articles = new TreeMap<>();
        sections.forEach(
                name ->
                        articles.computeIfAbsent(new ArticleId(before(name)), id -> new TreeSet<>())
                                .add(new SectionId(after(name))));
        NavigableMap<ArticleId, java.util.NavigableSet<Language>> languages = new TreeMap<>();
        translations.forEach(
                name ->
                        languages
                                .computeIfAbsent(new ArticleId(before(name)), id -> new TreeSet<>())
                                .add(new Language(after(name))));
        return new Outline(
                new Language(language),
                license,
                articles,
                languages,
                new TreeSet<>(
                        Stream.of(assets.toArray(String[]::new)).map(FilePath::new).toList()));
    }

    private static String before(String name) {
        return name.substring(0, name.indexOf('#'));
    }

    private static String after(String name) {
        return name.substring(name.indexOf('#') + 1);
    }
}
