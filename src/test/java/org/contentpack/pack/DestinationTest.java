package org.contentpack.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.contentpack.pack.Destination.Address;
import org.contentpack.pack.Destination.Astray;
import org.contentpack.pack.Destination.Inside;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    private static final FilePath ARTICLE = new FilePath("articles/growing-basil.md");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/a?b=c#d",
                "HTTPS://example.org",
                "https://[2001:db8::1]/",
                "https://bücher.example/"
            })
    void addressOfTheWebHasASchemeAndAHost(String text) {
        assertThat(Destination.of(text, ARTICLE)).isEqualTo(new Address("https"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript://x/%0aalert(1)"})
    void schemeIsReadInAnyCase(String text) {
        assertThat(Destination.of(text, ARTICLE)).isEqualTo(new Address("javascript"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//example.org/x",
                "///example.org",
                "/api",
                "\\\\example.org\\x",
                "..\\x.md",
                "https:\\\\example.org",
                "https:example.org",
                "https:/example.org",
                "https://",
                "https:///x",
                " https://example.org",
                "java\nscript:alert(1)",
                "java\tscript:alert(1)",
                "\u0001javascript:alert(1)",
                "https://example.org/\u202egro",
                "../../x.md",
                "../../../etc/passwd",
                "growing-mint.md?x=1"
            })
    void whatBrowsersReadDifferentlyLeadsNowhere(String text) {
        assertThat(Destination.of(text, ARTICLE)).isEqualTo(new Astray());
    }

    @Test
    void relativePathIsResolvedAgainstTheFolderOfTheFile() {
        assertThat(Destination.of("growing-mint.md#watering", ARTICLE))
                .isEqualTo(
                        new Inside(
                                Optional.of("articles/growing-mint.md"), Optional.of("watering")));
        assertThat(Destination.of("./../assets/leaf.svg", ARTICLE))
                .isEqualTo(new Inside(Optional.of("assets/leaf.svg"), Optional.empty()));
        assertThat(Destination.of("../pack.yaml", ARTICLE))
                .isEqualTo(new Inside(Optional.of("pack.yaml"), Optional.empty()));
    }

    @Test
    void fragmentAloneStaysInTheFile() {
        assertThat(Destination.of("#watering", ARTICLE))
                .isEqualTo(new Inside(Optional.empty(), Optional.of("watering")));
    }
}
