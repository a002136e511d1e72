package org.contentpack.sync.directus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.contentpack.pack.Digest;
import org.contentpack.sync.items.ArticleAddresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures and articles keep what they are at any address of the site. */
class ReferencesTest {

    private static final Digest PICTURE = Digest.of("a picture");

    private static References with(String form) {
        return new References("https://cms.example/base", ArticleAddresses.of(form).orElseThrow());
    }

    @Test
    void theIdOfAPictureIsMadeOfItsDigest() {
        assertThat(PICTURE.hex()).startsWith("92b2fa58028958317e408bd84ecfa70f");
        assertThat(References.uuid(PICTURE)).isEqualTo("92b2fa58-0289-8831-be40-8bd84ecfa70f");
    }

    @Test
    void aPictureIsKnownAtAnyAddressOfTheSite() {
        References references = with(ArticleAddresses.USUAL);
        String uuid = References.uuid(PICTURE);
        String reference = References.asset(PICTURE);

        assertThat(references.canonical("https://old.example/assets/" + uuid)).isEqualTo(reference);
        assertThat(references.canonical("/assets/" + uuid + ".svg?key=small"))
                .isEqualTo(reference + ".svg?key=small");
        assertThat(references.resolved(reference + ".svg?key=small"))
                .isEqualTo("https://cms.example/base/assets/" + uuid + ".svg?key=small");
        assertThat(References.assets("<img src=\"" + reference + "\">")).containsExactly(uuid);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cms.example/assets/0eebd299-fcd4-4522-a118-0f10e8219e1b",
                "https://cms.example/other/b9dab21a-8b0c-89e5-a7cf-4f0f0d0d6ac7",
                "https://example.org/?to=/assets/b9dab21a-8b0c-89e5-a7cf-4f0f0d0d6ac7",
                "mailto:a@example.org",
                "#here",
                ""
            })
    void whatIsNotOursStaysAsItIs(String address) {
        References references = with(ArticleAddresses.USUAL);

        assertThat(references.canonical(address)).isEqualTo(address);
        assertThat(references.resolved(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "/{language}/{article}, /en/mint#water",
        "https://www.example.org/health/{article}.{language}.html, https://www.example.org/health/mint.en.html#water",
        "/a?b={article}&c={language}, /a?b=mint&c=en#water"
    })
    void articlesStandWhereTheTargetSays(String form, String address) {
        String reference = ArticleAddresses.reference("mint", "en") + "#water";

        assertThat(with(form).resolved(reference)).isEqualTo(address);
        assertThat(with(form).canonical(address)).isEqualTo(reference);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/{article}",
                "/{language}",
                "{language}/{article}",
                "javascript:{language}{article}",
                "/{language}/{article}/{slug}",
                "/{article}/{article}/{language}",
                "/{language}/\"{article}"
            })
    void formsThatLeadNowhereAreRefused(String form) {
        assertThat(ArticleAddresses.of(form)).isEqualTo(Optional.empty());
    }
}
