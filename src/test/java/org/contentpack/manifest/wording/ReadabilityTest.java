package org.contentpack.manifest.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.contentpack.manifest.wording.Readability.Formula;
import org.contentpack.pack.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadabilityTest {

    private static Optional<Readability> of(String language, String text) {
        Language known = new Language(language);
        return Readability.of(known, Sentence.of(text, known.toLocale()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "see",
                "the",
                "stretch",
                "cramps",
                "health",
                "caused",
                "makes",
                "help",
                "mus-cle",
                "mus-cles",
                "doc-tor",
                "wa-ter",
                "start-ed",
                "ex-er-cise",
                "dis-ease",
                "med-i-cine",
                "pre-scrip-tion",
                "re-lig-ious",
                "di-et",
                "pe-ri-od",
                "grad-u-al",
                "cir-cu-la-tion",
                "ta-ble",
                "chan-ges",
                "try-ing",
                "vid-e-o",
                "po-tas-si-um"
            })
    void englishSyllablesAreCountedBySpelling(String parts) {
        assertThat(Syllables.english(parts.replace("-", ""))).isEqualTo(parts.split("-").length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y",
                "no",
                "que",
                "pier-nas",
                "ca-lam-bre",
                "mé-di-co",
                "a-gua",
                "dí-a",
                "le-er",
                "ciu-dad",
                "far-ma-céu-ti-co",
                "gue-rra",
                "pin-güi-no",
                "hay",
                "rí-o",
                "po-e-ta",
                "es-ti-ra-mien-tos",
                "e-ner-gí-a",
                "cui-da-do",
                "quin-ce"
            })
    void spanishSyllablesFollowTheSpelling(String parts) {
        assertThat(Syllables.spanish(parts.replace("-", ""))).isEqualTo(parts.split("-").length);
    }

    @Test
    void theFormulaOfALanguageIsTheOneThatWasPublishedForIt() {
        assertThat(of("en-GB", "The cat sat on the mat. It was warm."))
                .contains(new Readability(Formula.FLESCH, 9, 2, 9))
                .map(Readability::score)
                .contains(118);
        assertThat(of("es", "El gato duerme en la casa. Hace calor."))
                .contains(new Readability(Formula.FERNANDEZ_HUERTA, 8, 2, 13))
                .map(Readability::score)
                .contains(105);
    }

    @Test
    void noNumberIsMadeUpForAnotherLanguageOrForNoWords() {
        assertThat(of("de", "Die Katze schläft.")).isEmpty();
        assertThat(of("en", "10 – 20.")).isEmpty();
        assertThat(of("en", "")).isEmpty();
    }

    @Test
    void termsWithoutAnEasierWordAreLeftOut() {
        assertThat(of("en", "Take ibuprofen now. Electrolytes."))
                .contains(new Readability(Formula.FLESCH, 2, 1, 2));
    }

    @ParameterizedTest
    @EnumSource
    void everyTermHasAReason(Formula formula) {
        String language = formula == Formula.FLESCH ? "en" : "es";
        assertThat(Readability.termsOf(language))
                .isNotEmpty()
                .allSatisfy(
                        (term, reason) -> {
                            assertThat(term).isEqualTo(term.toLowerCase(Locale.ROOT));
                            assertThat(reason.split(" ")).hasSizeGreaterThan(2);
                        });
    }

    @Test
    void sentencesKnowTheirPlaceAndLineFeedsEndNone() {
        List<String> found = new ArrayList<>();
        for (Sentence s : Sentence.of("One two\nthree.  Four 5! …", Locale.ENGLISH)) {
            found.add(s.start() + " " + s.words() + " " + s.text());
        }
        assertThat(found).isEqualTo(Arrays.asList("0 3 One two three.", "16 1 Four 5!"));
    }

    @Test
    void aLongTextIsReadInATimeThatGrowsWithIt() {
        String text = "word and ".repeat(100_000);
        assertThat(of("en", text)).contains(new Readability(Formula.FLESCH, 200_000, 1, 200_000));
    }
}
