package org.contentpack.sync.strapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.contentpack.pack.Digest;
import org.contentpack.sync.items.ArticleAddresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures and articles keep what they are at any address of the site. */
class ReferencesTest {

    private static final Digest PICTURE = Digest.of("a picture");
    private static final String DIGITS = "92b2fa5802895831";
    private static final String NAME = "calf_muscle_" + DIGITS + "_591c8a0d9f.svg";

    private static final References SITE =
            new References(ArticleAddresses.of("/{language}/{article}").orElseThrow());

    @Test
    void aPictureIsKnownByDigitsOfItsDigest() {
        assertThat(References.digits(PICTURE)).isEqualTo(DIGITS);
        assertThat(References.asset(PICTURE)).isEqualTo("contentpack:asset:" + DIGITS);
        assertThat(References.assets("a ![b](contentpack:asset:" + DIGITS + ") c"))
                .containsExactly(DIGITS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cms.example/uploads/" + NAME,
                "/uploads/" + NAME,
                "https://bucket.example/folder/" + NAME
            })
    void aPictureIsKnownAtAnyAddressAndReferencesComeBack(String address) {
        String text = "Look:\n\n![A *calf*](" + address + " \"Title\") and [more](/en/mint#water).";
        String canonical = SITE.canonical(text);

        assertThat(canonical)
                .isEqualTo(
                        "Look:\n\n![A *calf*](contentpack:asset:"
                                + DIGITS
                                + " \"Title\") and [more](contentpack:article:mint:en#water).");
        assertThat(SITE.resolved(canonical, Map.of(DIGITS, address))).isEqualTo(text);
        assertThat(References.addresses(text)).isEqualTo(Map.of(DIGITS, address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "![small](/uploads/small_" + NAME + ")",
                "![other](/uploads/holiday_591c8a0d9f.svg)",
                "[there](https://example.org/?to=/uploads/" + NAME + ")",
                "[mail](mailto:a@example.org) and [here](#watering)",
                "[far](https://example.org/en/mint)",
                "no link: /uploads/" + NAME,
                "](",
                ""
            })
    void whatIsNotOursStaysAsItIs(String text) {
        assertThat(SITE.canonical(text)).isEqualTo(text);
        assertThat(SITE.resolved(text, Map.of())).isEqualTo(text);
    }
}
