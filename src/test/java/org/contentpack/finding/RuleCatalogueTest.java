package org.contentpack.finding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every rule has its texts, its row in the documentation with the same severity and refusal, and a
 * test or fixture that expects it; and there is nothing in those places without a rule.
 */
class RuleCatalogueTest {

    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{3}[-_][0-9]{3}\\b");
    private static final Pattern CODE_IN_BOTH = Pattern.compile("\"([0-9]{3}) [0-9]+:[0-9]+\"");
    private static final Pattern ROW =
            Pattern.compile(
                    "(?m)^\\| <a id=\"[a-z]{3}-[0-9]{3}\"></a>([A-Z]{3}-[0-9]{3}) \\| ([a-z]+)"
                            + " \\| ([a-z-]+|–) \\| (\\S.*) \\| (\\S.*) \\|$");

    @Test
    void textsAreThoseOfTheRulesAndNoOthers() {
        ResourceBundle texts =
                ResourceBundle.getBundle("org.contentpack.finding.messages", Locale.ROOT);
        Set<String> expected = new TreeSet<>();
        for (BuiltInRule rule : BuiltInRule.values()) {
            expected.add(rule.code());
            expected.add(rule.code() + ".hint");
        }
        assertThat(new TreeSet<>(texts.keySet())).isEqualTo(expected);
    }

    @Test
    void noTextIsWrittenTwice() throws IOException {
        List<String> keys =
                Files.readAllLines(
                                Path.of(
                                        "src/main/resources/org/contentpack/finding/messages.properties"),
                                UTF_8)
                        .stream()
                        .filter(line -> line.contains(" = "))
                        .map(line -> line.substring(0, line.indexOf(" = ")))
                        .toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void textsAreMessageFormatsOfWholeSentences(BuiltInRule rule) {
        for (String text : List.of(rule.message(), rule.hint())) {
            assertThat(new MessageFormat(text, Locale.ROOT).toPattern()).isNotBlank();
            assertThat(text).endsWith(".");
            assertThat(text.replace("''", "").replace("'{'", "").replace("'}'", ""))
                    .as("an apostrophe is written twice, a brace in apostrophes")
                    .doesNotContain("'");
        }
    }

    @Test
    void documentationHasTheRulesWithSeverityAndRefusal() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        ROW.matcher(Files.readString(Path.of("docs/rules.md"), UTF_8))
                .results()
                .forEach(row -> documented.put(row.group(1), row.group(2) + " " + row.group(3)));
        Map<String, String> expected =
                Arrays.stream(BuiltInRule.values())
                        .collect(
                                toMap(
                                        BuiltInRule::code,
                                        rule -> rule.severity().id() + " " + refusal(rule)));
        assertThat(documented).isEqualTo(new TreeMap<>(expected));
    }

    @Test
    void documentationIsSortedByCodeWithinEachPart() throws IOException {
        String text = Files.readString(Path.of("docs/rules.md"), UTF_8);
        for (String part : text.split("(?m)^## ")) {
            List<String> codes = ROW.matcher(part).results().map(row -> row.group(1)).toList();
            assertThat(codes).isSorted().doesNotHaveDuplicates();
        }
    }

    /**
     * Looks for the code in tests and in expected findings. That is no proof that the rule was
     * raised there; the tests themselves compare all findings.
     *
     * <p>Defects of YAML and of text are tried in manifests and in front matter alike; those tests
     * write {@code 010 3:1} for both.
     */
    @Test
    void everyRuleIsExpectedByATest() throws IOException {
        Set<String> named = new HashSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test"))) {
            for (Path file : files.filter(RuleCatalogueTest::isTestOrExpectation).toList()) {
                String text = Files.readString(file, UTF_8);
                CODE.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .forEach(code -> named.add(code.replace('_', '-')));
                CODE_IN_BOTH
                        .matcher(text)
                        .results()
                        .map(match -> match.group(1))
                        .forEach(number -> named.addAll(List.of("MAN-" + number, "ART-" + number)));
            }
        }
        assertThat(Arrays.stream(BuiltInRule.values()).map(BuiltInRule::code)).isSubsetOf(named);
    }

    private static boolean isTestOrExpectation(Path file) {
        String name = file.getFileName().toString();
        return name.equals("expected.txt")
                || name.endsWith(".findings")
                || (name.endsWith(".java") && !name.equals("RuleCatalogueTest.java"));
    }

    private static String refusal(BuiltInRule rule) {
        return rule.severity() == Severity.ERROR ? rule.refusal().id() : "–";
    }
}
