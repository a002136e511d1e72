package org.contentpack.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.contentpack.BadInput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @BadInput("M13")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "en_US",
                "xx",
                "xx-invalid-",
                "i-klingon",
                "en-a",
                "x-private",
                "und",
                "english",
                "e",
                "en-US-u-ca-gregory"
            })
    void whatNamesNoLanguageIsNotRead(String text) {
        assertThat(Language.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "EN, en",
        "pt-br, pt-BR",
        "ZH-hant-tw, zh-Hant-TW",
        "es-419, es-419",
        "gsw, gsw"
    })
    void aTagIsKeptInCanonicalForm(String written, String canonical) {
        assertThat(Language.parse(written)).map(Language::tag).contains(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "ar, true",
        "he, true",
        "fa-IR, true",
        "en, false",
        "az-Arab, true",
        "ar-Latn, false"
    })
    void directionIsThatOfTheScript(String tag, boolean rightToLeft) {
        assertThat(Language.parse(tag).orElseThrow().isRightToLeft()).isEqualTo(rightToLeft);
    }
}
