package org.contentpack.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is near enough to be asked for, and what is not. */
class ClosestWordTest {

    private static final List<String> KNOWN =
            List.of("title", "summary", "license", "language", "no", "leg-cramps", "leg-cramp");

    @ParameterizedTest
    @CsvSource({
        "titel, title",
        "tilte, title",
        "Title, title",
        "sumary, summary",
        "licence, license",
        "langauge, language",
        "LEG_CRAMPS, leg-cramps",
        "leg-crmps, leg-cramps",
        "on, no",
    })
    void typingErrorsAreSeen(String written, String meant) {
        assertThat(ClosestWord.of(written, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"owner", "tree", "summit-notes", "x"})
    void whatIsFarIsNotAskedFor(String written) {
        assertThat(ClosestWord.of(written, KNOWN)).isEmpty();
    }

    @Test
    void whatIsEquallyNearIsNotGuessed() {
        assertThat(ClosestWord.of("cat", List.of("bat", "hat"))).isEmpty();
        assertThat(ClosestWord.of("cat", List.of("bat", "hat", "Cat"))).contains("Cat");
        assertThat(ClosestWord.of("cat", List.of("bat", "bat"))).contains("bat");
        assertThat(ClosestWord.of("mint", List.of())).isEmpty();
        assertThat(ClosestWord.of("a".repeat(300), List.of("a".repeat(299)))).isEmpty();
        assertThat(ClosestWord.of("", List.of("a"))).isEqualTo(Optional.empty());
    }
}
