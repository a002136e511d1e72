package org.contentpack.finding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule about tools has its texts, its row and a test; every page of a rule is there. */
class ToolRuleCatalogueTest {

    private static final Pattern ROW =
            Pattern.compile(
                    "(?m)^\\| <a id=\"([a-z]{3}-[0-9]{3})\"></a>([A-Z]{3}-[0-9]{3}) \\| ([a-z]+)"
                            + " \\| (\\S.*) \\|$");

    @Test
    void textsAreThoseOfTheRulesAndNoOthers() {
        ResourceBundle texts =
                ResourceBundle.getBundle("org.contentpack.finding.tool-messages", Locale.ROOT);
        Set<String> expected = new TreeSet<>();
        for (ToolRule rule : ToolRule.values()) {
            expected.add(rule.code());
            expected.add(rule.code() + ".hint");
        }
        assertThat(new TreeSet<>(texts.keySet())).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void textsAreMessageFormatsOfWholeSentences(ToolRule rule) {
        for (String text : List.of(rule.message(), rule.hint())) {
            assertThat(new MessageFormat(text, Locale.ROOT).toPattern()).isNotBlank();
            assertThat(text.replace("''", "")).doesNotContain("'").endsWith(".");
        }
    }

    @Test
    void documentationHasTheRulesWithTheirSeverities() throws IOException {
        List<String> rows =
                ROW.matcher(read("docs/findings.md"))
                        .results()
                        .map(row -> row.group(2) + " " + row.group(3))
                        .toList();
        assertThat(rows)
                .containsExactlyElementsOf(
                        Arrays.stream(ToolRule.values())
                                .map(rule -> rule.code() + " " + rule.severity().id())
                                .toList());
    }

    @Test
    void everyPageOfARuleHasItsAnchor() throws IOException {
        for (Rule rule :
                Stream.<Rule>concat(
                                Arrays.stream(BuiltInRule.values()),
                                Arrays.stream(ToolRule.values()))
                        .toList()) {
            String[] page = rule.page().orElseThrow().split("#", 2);
            assertThat(read(page[0])).as(rule.code()).contains("<a id=\"" + page[1] + "\"></a>");
        }
    }

    @Test
    void everyRuleIsExpectedByATest() throws IOException {
        String tests =
                read("src/test/java/org/contentpack/cli/settings/AuthorSettingsTest.java")
                        + read("src/test/java/org/contentpack/validation/ProvidedRulesTest.java");
        assertThat(Arrays.stream(ToolRule.values()).map(ToolRule::code))
                .allSatisfy(code -> assertThat(tests).contains(code));
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file), UTF_8);
    }
}
