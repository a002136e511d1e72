package org.contentpack.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributesTest {

    @Test
    void aHeadingEndsWithThem() {
        assertThat(Attributes.trailing("Fatigue {#muscle .cause cites=\"a  b\"} "))
                .contains(
                        new Attributes(
                                List.of("muscle"),
                                List.of("cause"),
                                List.of(),
                                List.of(new Attributes.Value("cites", "a  b")),
                                8,
                                37));
        assertThat(Attributes.trailing("{#a}").flatMap(Attributes::id)).contains("a");
    }

    @Test
    void aListItemBeginsWithThem() {
        Attributes found = Attributes.leading("{emergency} Call.").orElseThrow();
        assertThat(found.word()).contains("emergency");
        assertThat(found.end()).isEqualTo(11);
        assertThat(found.id()).isEmpty();
    }

    @Test
    void aValueMayHoldBracesSpacesAndLineFeeds() {
        Attributes found = Attributes.leading("{not-for\ncites=\"a\nb}\" x=\"\"} c").orElseThrow();
        assertThat(found.list("cites")).containsExactly("a", "b}");
        assertThat(found.list("x")).isEmpty();
        assertThat(found.list("y")).isEmpty();
        assertThat(found.value("x")).contains("");
    }

    @Test
    void whatIsNoneOfTheirFormsIsAWord() {
        assertThat(Attributes.leading("{a # . b=c =\"d\" #e#f}").orElseThrow())
                .extracting(Attributes::words, Attributes::ids)
                .containsExactly(List.of("a", "#", ".", "b=c", "=\"d\""), List.of("e#f"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a}", "{a", "{a \"", "{a b=\"c}", "{1}", "{{a}}", "{}", " {a}"})
    void aTextDoesNotBeginWithThem(String text) {
        assertThat(Attributes.leading(text)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a}", "{a} b", "a {b", "{{a}}", "a {b=\"c}", "a \\{b}"})
    void aTextDoesNotEndWithThem(String text) {
        assertThat(Attributes.trailing(text)).isEqualTo(Optional.empty());
    }
}
