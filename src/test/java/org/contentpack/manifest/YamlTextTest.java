package org.contentpack.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.contentpack.finding.Position;
import org.contentpack.manifest.ForeignFrontMatter.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read back as it was given. */
class YamlTextTest {

    @Test
    void keysStandInTheOrderGivenWithCommentsBetween() {
        String text =
                new YamlText()
                        .with("format", 1)
                        .with("title", "Owls: a start")
                        .comment("released: the day")
                        .with("tags", List.of("owls", "night"))
                        .with("authors", List.of(Map.of("name", "Ada")))
                        .with("review", Map.of("status", "unreviewed"))
                        .text();

        assertThat(text)
                .isEqualTo(
                        """
                        format: 1
                        title: 'Owls: a start'
                        # released: the day
                        tags:
                          - owls
                          - night
                        authors:
                          - name: Ada
                        review:
                            status: unreviewed
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "12:30",
                "1.10",
                "null",
                "",
                " a ",
                "# a",
                "- a",
                "a: b",
                "a #b",
                "'",
                "\"",
                "two\nlines",
                "{a}",
                "[a]",
                "*a",
                "&a",
                "!a",
                "%a",
                "@a",
                "⟦a⟧",
                "ñ\u200F",
                "2026-11-24",
                "🦉",
                "a\\b",
                "? a",
                "| a",
                "> a",
                "~"
            })
    void textsAreReadAsTheyWereWritten(String value) {
        String text = "---\n" + new YamlText().with("key", value).text() + "---\nBody.\n";

        assertThat(ForeignFrontMatter.of(text).values().get("key"))
                .isEqualTo(
                        value.isBlank()
                                ? List.of()
                                : List.of(new Value(value, new Position(2, 6))));
    }

    @Test
    void aCommentIsOneLine() {
        assertThatThrownBy(() -> new YamlText().comment("a\nb: c"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void frontMatterOfOthersIsReadWhateverItsKeys() {
        String text = "---\nTitle: Owls\nTags: [a, b]\nnested:\n  deep: x\n---\nBody.\n";

        assertThat(ForeignFrontMatter.of(text))
                .isEqualTo(
                        new ForeignFrontMatter(
                                Map.of(
                                        "title", List.of(new Value("Owls", new Position(2, 8))),
                                        "tags",
                                                List.of(
                                                        new Value("a", new Position(3, 8)),
                                                        new Value("b", new Position(3, 11))),
                                        "nested", List.of()),
                                text.indexOf("Body")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Body.\n", "---\na: [\n---\nBody.\n", "---\nno end\n"})
    void textsWithoutFrontMatterHaveNone(String text) {
        assertThat(ForeignFrontMatter.of(text)).isEqualTo(new ForeignFrontMatter(Map.of(), 0));
    }
}
