package org.contentpack.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contentpack.finding.BuiltInRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule about sources has its texts, its row in the documentation, and a test. */
class IngestRuleCatalogueTest {

    private static final Pattern CODE = Pattern.compile("\\bING[-_][0-9]{3}\\b");
    private static final Pattern ROW =
            Pattern.compile(
                    "(?m)^\\| <a id=\"ing-[0-9]{3}\"></a>(ING-[0-9]{3}) \\| ([a-z]+) \\| ([A-Z0-9, -]+|–) \\| (\\S.*) \\|$");

    @Test
    void textsAreThoseOfTheRulesAndNoOthers() {
        ResourceBundle texts =
                ResourceBundle.getBundle("org.contentpack.ingest.messages", Locale.ROOT);
        Set<String> expected = new TreeSet<>();
        for (IngestRule rule : IngestRule.values()) {
            expected.add(rule.code());
            expected.add(rule.code() + ".hint");
        }
        assertThat(new TreeSet<>(texts.keySet())).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void textsAreMessageFormatsOfWholeSentences(IngestRule rule) {
        for (String text : List.of(rule.message(), rule.hint())) {
            assertThat(new MessageFormat(text, Locale.ROOT).toPattern()).isNotBlank();
            assertThat(text).endsWith(".");
            assertThat(text.replace("''", "").replace("'{'", "").replace("'}'", ""))
                    .doesNotContain("'");
        }
    }

    @Test
    void documentationHasTheRulesWithSeverityAndWhatTheyLeave() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        ROW.matcher(Files.readString(Path.of("docs/ingest.md"), UTF_8))
                .results()
                .forEach(row -> documented.put(row.group(1), row.group(2) + " " + row.group(3)));
        Map<String, String> expected = new TreeMap<>();
        for (IngestRule rule : IngestRule.values()) {
            String leaves =
                    rule.leaves().stream().map(BuiltInRule::code).collect(Collectors.joining(", "));
            expected.put(
                    rule.code(), rule.severity().id() + " " + (leaves.isEmpty() ? "–" : leaves));
        }
        assertThat(documented).isEqualTo(expected);
    }

    @Test
    void everyRuleIsExpectedByATest() throws IOException {
        Set<String> named = new HashSet<>();
        List<Path> places =
                List.of(
                        Path.of("src/test/java/org/contentpack/ingest"),
                        Path.of("src/test/resources/ingest"));
        for (Path place : places) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    CODE.matcher(Files.readString(file, UTF_8))
                            .results()
                            .map(MatchResult::group)
                            .forEach(code -> named.add(code.replace('_', '-')));
                }
            }
        }
        assertThat(Arrays.stream(IngestRule.values()).map(IngestRule::code)).isSubsetOf(named);
    }
}
