package org.contentpack.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Rule;
import org.contentpack.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that a jar brings, right ones and all sorts of wrong ones. */
class ProvidedRulesTest {

    private static final String ARTICLE = "articles/growing-basil.md";

    @TempDir private Path folder;

    @Test
    void theExampleOfTheDocumentationFindsAQuestion() throws IOException {
        ProvidedRules provided = load(ProviderJar.ofDocumentation(folder));
        assertThat(provided.findings()).isEmpty();
        assertThat(provided.rules()).extracting(Rule::code).containsExactly("HSE-001");
        InMemoryPackFiles pack = Fixture.named("tiny-pack-valid").files();
        assertThat(texts(pack, provided)).isEmpty();
        assertThat(
                        texts(
                                Packs.replace(
                                        pack,
                                        ARTICLE,
                                        "title: Growing basil",
                                        "title: How does basil grow?"),
                                provided))
                .containsExactly(
                        ARTICLE
                                + ":4:8: warning: HSE-001 Title \"How does basil grow?\" is a"
                                + " question; titles of this house answer.");
    }

    /** What a server does is what it does without the jar. */
    @Test
    void theRulesOfThisProjectStayTheSame() {
        assertThat(PackRules.builtIn())
                .extracting(rule -> rule.getClass().getPackageName())
                .containsOnly("org.contentpack.validation");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "throw new IllegalStateException(\"no!\"); | EXT-001 Check \"org.example.Rules$1\" failed: java.lang.IllegalStateException: no!.",
                "throw new NoSuchMethodError(\"gone\"); | EXT-001 Check \"org.example.Rules$1\" failed: java.lang.NoSuchMethodError: gone.",
                "check(context, found); | EXT-001 Check \"org.example.Rules$1\" failed: java.lang.StackOverflowError.",
                "found.accept(Finding.of(BuiltInRule.MAN_026, Location.PACK, \"a\", \"b\")); | EXT-002 Check \"org.example.Rules$1\" told of the rule \"MAN-026\", which its provider does not declare.",
            })
    void aCheckThatFailsIsAFindingAndAllOthersGoOn(String body, String text) throws IOException {
        ProvidedRules provided = load(provider("HSE-001", "Wrong.", body));
        assertThat(provided.findings()).isEmpty();
        InMemoryPackFiles pack = Fixture.named("citations-dangling-error").files();
        List<String> without = texts(pack, ProvidedRules.NONE);
        assertThat(without).isNotEmpty();
        assertThat(texts(pack, provided))
                .containsAll(without)
                .hasSize(without.size() + 1)
                .contains("error: " + text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REF-010 | Wrong. | EXT-003 Provider \"org.example.Rules\" declares the rule \"REF-010\", whose code stands for another rule already.",
                "CFG-001 | Wrong. | EXT-003 Provider \"org.example.Rules\" declares the rule \"CFG-001\", whose code stands for another rule already.",
                "house-1 | Wrong. | EXT-005 Provider \"org.example.Rules\" declares the rule \"house-1\"; a code must be three upper-case letters, a hyphen and three digits.",
                "HSE-001 | {0 | EXT-006 Provider \"org.example.Rules\" has no usable text for the rule \"HSE-001\": Unmatched braces in the pattern..",
                "HSE-001 | ' ' | EXT-006 Provider \"org.example.Rules\" has no usable text for the rule \"HSE-001\": it is empty.",
            })
    void aProviderThatCannotBeUsedIsAFindingAndIsLeftOut(String code, String message, String text)
            throws IOException {
        ProvidedRules provided = load(provider(code, message, ""));
        assertThat(provided.findings())
                .extracting(Finding::toString)
                .containsExactly("error: " + text);
        assertThat(provided.rules()).isEmpty();
        assertThat(provided.checks()).isEmpty();
    }

    @Test
    void aProviderThatIsNotThereDoesNotHideTheNext() throws IOException {
        Path jar =
                ProviderJar.of(
                        folder,
                        Map.of("org.example.Rules", source("HSE-001", "Wrong.", "")),
                        "org.example.Gone\norg.example.Rules\n");
        ProvidedRules provided = load(jar);
        assertThat(provided.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "error: EXT-004 Provider of rules cannot be loaded:"
                                + " org.contentpack.validation.RuleProvider: Provider"
                                + " org.example.Gone not found.");
        assertThat(provided.rules())
                .extracting(Rule::code, Rule::severity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("HSE-001", Severity.WARNING));
    }

    private Path provider(String code, String message, String body) throws IOException {
        return ProviderJar.of(
                folder,
                Map.of("org.example.Rules", source(code, message, body)),
                "org.example.Rules\n");
    }

    private static String source(String code, String message, String body) {
        return """
        package org.example;

        import java.io.IOException;
        import java.util.List;
        import java.util.function.Consumer;
        import org.contentpack.finding.*;
        import org.contentpack.validation.*;

        public final class Rules implements RuleProvider {
            public List<Rule> rules() {
                return List.of(new One());
            }

            public List<PackRule> checks() {
                return List.of(new PackRule() {
                    public void check(PackContext context, Consumer<Finding> found)
                            throws IOException {
                        BODY
                    }
                });
            }

            private static final class One implements Rule {
                public String code() { return "CODE"; }
                public Severity severity() { return Severity.WARNING; }
                public Refusal refusal() { return Refusal.CONTENT_INVALID; }
                public String message() { return "MESSAGE"; }
                public String hint() { return "Mend it."; }
            }
        }
        """
                .replace("CODE", code)
                .replace("MESSAGE", message)
                .replace("BODY", body);
    }

    private static ProvidedRules load(Path jar) throws IOException {
        // The loader stays open: checks may need further classes while they run.
        return ProvidedRules.load(
                new URLClassLoader(
                        new URL[] {jar.toUri().toURL()}, RuleProvider.class.getClassLoader()));
    }

    private static List<String> texts(InMemoryPackFiles pack, ProvidedRules provided)
            throws IOException {
        List<PackRule> rules = new ArrayList<>(PackRules.builtIn());
        rules.addAll(provided.checks());
        return new PackValidation(Fixture.READER, rules)
                .validate(pack, List.of(), PreviousReleases.NONE).report().findings().stream()
                        .map(Finding::toString)
                        .toList();
    }
}
