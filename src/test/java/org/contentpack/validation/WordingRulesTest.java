package org.contentpack.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of wording, and what is not; the examples are as people write. */
class WordingRulesTest {

    private static final String ARTICLE = "articles/growing-basil.md";
    private static final String BEFORE = "Water the soil, not the leaves.";

    /** The findings of a text that stands in line 27 of an article. */
    private static List<Finding> findings(String fixture, String language, String text)
            throws IOException {
        InMemoryPackFiles files =
                Packs.replace(Fixture.named(fixture).files(), ARTICLE, BEFORE, text);
        files = Packs.replace(files, "pack.yaml", "language: en", "language: " + language);
        ValidationResult result =
                Fixture.VALIDATION.validate(files, List.of(), PreviousReleases.NONE);
        assertThat(result).isInstanceOf(ValidationResult.Accepted.class);
        assertThat(result.report().findings())
                .allSatisfy(f -> assertThat(f.severity()).isEqualTo(Severity.WARNING));
        return result.report().findings();
    }

    private static List<String> told(String fixture, String language, String text)
            throws IOException {
        return findings(fixture, language, text).stream()
                .map(f -> f.rule().code() + " " + f.arguments())
                .toList();
    }

    private static List<String> ofHealth(String text) throws IOException {
        return told("health-reviewed-valid", "en", text);
    }

    private static List<String> ofBasil(String text) throws IOException {
        return told("tiny-pack-valid", "en", text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Magnesium [cures] night cramps within days.",
                "Stretching [always works], so start tonight.",
                "Our tea has [no side effects] at all.",
                "Relief is [guaranteed] after one week.",
                "Scientists have found [a cure for] leg cramps.",
                "Herbs are [completely safe] during pregnancy."
            })
    void promisesAreTold(String marked) throws IOException {
        String text = marked.replace("[", "").replace("]", "");
        String promise = marked.substring(marked.indexOf('[') + 1, marked.indexOf(']'));
        assertThat(ofHealth(text)).containsExactly("QLT-003 [" + promise + ", " + text + "]");
        assertThat(ofBasil(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No medicine cures night cramps.",
                "There is no cure for restless legs.",
                "Stretching does not always work.",
                "Nothing always works.",
                "Is there a cure for leg cramps?",
                "No remedy is completely safe.",
                "Always ask your doctor first.",
                "Never put ice directly on the skin.",
                "It is always warm in the sun."
            })
    void negationsQuestionsAndAdviceAreNoPromises(String text) throws IOException {
        assertThat(ofHealth(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Este remedio [siempre funciona].",
                "La infusión [cura los] calambres.",
                "El alivio está [garantizado] en una semana.",
                "Es un producto [sin efectos secundarios]."
            })
    void promisesAreToldInSpanish(String marked) throws IOException {
        String text = marked.replace("[", "").replace("]", "");
        String promise = marked.substring(marked.indexOf('[') + 1, marked.indexOf(']'));
        assertThat(told("health-reviewed-valid", "es", text))
                .containsExactly("QLT-003 [" + promise + ", " + text + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ningún medicamento cura los calambres.",
                "Estirar no siempre funciona.",
                "¿Existe una cura para los calambres?",
                "La cura del jamón dura meses.",
                "No hay remedio sin efectos secundarios."
            })
    void negationsAreNoPromisesInSpanish(String text) throws IOException {
        assertThat(told("health-reviewed-valid", "es", text)).isEmpty();
    }

    @Test
    void aMedicineWithoutACautionIsToldOnceInASection() throws IOException {
        assertThat(ofHealth("Take ibuprofen.\nMore ibuprofen may help, or melatonin."))
                .containsExactly("QLT-004 [ibuprofen]", "QLT-004 [melatonin]");
        assertThat(ofBasil("Take ibuprofen.")).isEmpty();
        assertThat(told("health-reviewed-valid", "es", "Tome ibuprofeno."))
                .containsExactly("QLT-004 [ibuprofeno]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Take ibuprofen.\n\n> {not-for basis=\"general-caution\"} Not with kidney disease.",
                "Take ibuprofen.\nAsk your pharmacist first.",
                "Do not take ibuprofen if you are pregnant.",
                "Take ibuprofen.\n\n## More {#more}\n\n> {not-for basis=\"x\"} Ibuprofen is not for all.",
                "Drink water and rest."
            })
    void aMedicineWithACautionOrAdviceIsNotTold(String text) throws IOException {
        assertThat(ofHealth(text)).isEmpty();
    }

    @Test
    void aCautionOfAnotherSectionCountsOnlyForWhatItNames() throws IOException {
        assertThat(
                        ofHealth(
                                "Take ibuprofen.\n\n## More {#more}\n\n"
                                        + "> {not-for basis=\"x\"} Aspirin is not for all."))
                .containsExactly("QLT-004 [ibuprofen]");
    }

    @Test
    void sentencesHaveAtMostThirtyWords() throws IOException {
        String thirty = "Leaf" + " leaf".repeat(29);
        assertThat(ofBasil(thirty + ".\n" + thirty + " 7.")).isEmpty();
        assertThat(findings("tiny-pack-valid", "en", "Short.\n" + thirty + " leaf."))
                .map(f -> f.location() + " " + f.rule().code() + " " + f.arguments())
                .containsExactly(
                        ARTICLE + ":28:1 QLT-002 [31, 30, Leaf " + "leaf ".repeat(11) + "]");
    }

    @Test
    void hardTextsAreToldByTheFormulaOfTheirLanguage() throws IOException {
        String hard = "Multidisciplinary evaluation necessitates documentation. ".repeat(25);
        String plain = "Water the soil and not the leaves. ".repeat(20);
        assertThat(ofBasil(hard)).hasSize(1).first().asString().startsWith("QLT-001 [Flesch, -");
        assertThat(ofBasil(plain)).isEmpty();
        assertThat(ofBasil(hard.substring(0, hard.length() / 2))).isEmpty();
        assertThat(told("tiny-pack-valid", "de", hard)).isEmpty();
    }

    @Test
    void linksHaveATextOrAPicture() throws IOException {
        assertThat(ofBasil("See []( https://example.org/ )."))
                .containsExactly("QLT-005 [https://example.org/]");
        assertThat(
                        ofBasil(
                                "[![A leaf](../assets/leaf.svg)](https://example.org/)"
                                        + " and <https://example.org/>."))
                .isEmpty();
    }

    @Test
    void headingsGoDownOneLevelAtATime() throws IOException {
        assertThat(ofBasil("#### Deep\n\n### Up\n\n#### Down\n\n###### Far"))
                .containsExactly("QLT-006 [Deep, 4, 2, 3]", "QLT-006 [Far, 6, 4, 5]");
    }

    @Test
    void alternativeTextsSayMoreThanCaptions() throws IOException {
        assertThat(
                        ofBasil(
                                "![A green leaf](../assets/leaf.svg \"A green  Leaf.\")\n"
                                        + "![A green leaf](../assets/leaf.svg \"A leaf\")\n"
                                        + "![A green leaf](../assets/leaf.svg)"))
                .containsExactly("QLT-007 [../assets/leaf.svg]");
    }

    @Test
    void longParagraphsStandOnceUnlessTheyAreCautions() throws IOException {
        String twenty = "leaf ".repeat(19) + "end.";
        String caution = "\n\n> {not-for basis=\"x\"} " + twenty;
        assertThat(ofBasil(twenty + "\n\n" + twenty.replaceFirst("leaf leaf", "Leaf\nleaf")))
                .containsExactly("QLT-008 [" + ARTICLE + ":27:1, Leaf " + "leaf ".repeat(11) + "]");
        assertThat(ofBasil(twenty + caution + caution)).isEmpty();
        String nineteen = twenty.substring("leaf ".length());
        assertThat(ofBasil(nineteen + "\n\n" + nineteen)).isEmpty();
    }

    @Test
    void longParagraphsStandInOneOfThePacksThatAreLookedAtTogether() throws IOException {
        PackValidation together =
                new PackValidation(Fixture.READER, List.of(PackRules.acrossPacks()));
        String twenty = "leaf ".repeat(19) + "end.";
        List<String> told = new ArrayList<>();
        for (String idAndVersion :
                List.of(
                        "id: tiny\nversion: 1.0.0",
                        "id: tiny\nversion: 1.1.0",
                        "id: other\nversion: 1.0.0")) {
            InMemoryPackFiles files = Fixture.named("tiny-pack-valid").files();
            Packs.replace(files, ARTICLE, BEFORE, twenty);
            Packs.replace(files, "pack.yaml", "id: tiny\nversion: 1.0.0", idAndVersion);
            together.validate(files, List.of(), PreviousReleases.NONE).report().findings().stream()
                    .map(Finding::toString)
                    .forEach(told::add);
        }
        assertThat(told)
                .containsExactly(
                        ARTICLE
                                + ":27:1: warning: QLT-010 Paragraph \""
                                + "leaf ".repeat(12)
                                + "\" stands in pack \"tiny\" too, in "
                                + ARTICLE
                                + ":27:1.");
    }

    @Test
    void aRuleTellsAtMostAHundredPlaces() throws IOException {
        assertThat(ofBasil("[](https://example.org/)\n".repeat(101))).hasSize(100);
        assertThat(ofHealth("It always works.\n".repeat(101))).hasSize(100);
    }

    @ParameterizedTest
    @CsvSource({
        "2028-10-01, 0",
        "2028-10-02, 1",
        "2028-11-01, 1",
        "2029-01-01, 1",
    })
    void reviewsAreToldThirtyDaysBeforeTheyAreDue(LocalDate today, int findings)
            throws IOException {
        PackValidation validation = new PackValidation(Fixture.READER, PackRules.on(today));
        ValidationResult result =
                validation.validate(
                        Fixture.named("health-reviewed-valid").files(),
                        List.of(),
                        PreviousReleases.NONE);
        assertThat(result.report().findings())
                .map(Finding::toString)
                .isEqualTo(
                        Collections.nCopies(
                                findings,
                                ARTICLE
                                        + ":17:15: warning: QLT-009 Next review is planned for"
                                        + " 2028-11-01, and today is "
                                        + today
                                        + "."));
    }

    @Test
    void aTextWithoutAReviewHasNoneDue() throws IOException {
        PackValidation validation =
                new PackValidation(Fixture.READER, PackRules.on(LocalDate.of(2030, 1, 1)));
        assertThat(
                        validation
                                .validate(
                                        Fixture.named("tiny-pack-valid").files(),
                                        List.of(),
                                        PreviousReleases.NONE)
                                .report()
                                .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "1.1.0"})
    void theReleasedPackIsClean(String version) throws IOException {
        InMemoryPackFiles files =
                InMemoryPackFiles.ofFolder(Path.of("content-pack/leg-cramps-at-night", version));
        assertThat(
                        Fixture.VALIDATION
                                .validate(files, List.of(), PreviousReleases.NONE)
                                .report()
                                .findings())
                .map(Finding::toString)
                .filteredOn(f -> f.contains("QLT"))
                .isEmpty();
    }
}
