package org.contentpack.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.contentpack.pack.PackId;
import org.contentpack.pack.ReleaseId;
import org.contentpack.version.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

    private static final ReleaseId RELEASE =
            new ReleaseId(new PackId("garden-notes"), new Version("1.0.0-rc.1+a"));

    @Test
    void withoutAPublicBaseLinksAreAbsolutePaths() {
        assertThat(new Links("").release(RELEASE))
                .isEqualTo("/api/packs/garden-notes/versions/1.0.0-rc.1+a");
    }

    @Test
    void withAPublicBaseLinksBeginWithIt() {
        assertThat(new Links("https://packs.example/health").release(RELEASE))
                .isEqualTo(
                        "https://packs.example/health/api/packs/garden-notes/versions/1.0.0-rc.1+a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "packs.example",
                "ftp://packs.example",
                "https://packs.example/",
                "https://",
                "https://a?b",
                "https://a/#b"
            })
    void aBaseThatIsNoneIsRefused(String base) {
        assertThatThrownBy(() -> new Links(base))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + base + "\"");
    }
}
