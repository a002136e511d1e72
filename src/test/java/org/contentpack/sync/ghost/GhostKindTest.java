package org.contentpack.sync.ghost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.contentpack.cms.ContractTarget;
import org.contentpack.sync.ConnectorSettings;
import org.contentpack.sync.http.SiteLimits;
import org.junit.jupiter.api.Test;

/** Settings that are wrong are named, and the key stands in no message. */
class GhostKindTest {

    private static final String KEY = "6b0eaa61768ad056b4153334:" + "0".repeat(64);

    private static String message(Map<String, String> options) {
        GhostKind kind =
                new GhostKind(
                        SiteLimits.DEFAULT,
                        time -> {},
                        () -> Instant.parse("2026-12-01T00:00:00Z"));
        try {
            kind.connect(
                    new ConnectorSettings(
                            ContractTarget.of(GhostKind.ID, ContractTarget.NOWHERE), options));
            return "";
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    @Test
    void aKeyIsEnough() {
        assertThat(message(Map.of("admin-key", KEY))).isEmpty();
        assertThat(message(Map.of("admin-key", KEY, "article-url", "/blog/{slug}/"))).isEmpty();
    }

    @Test
    void whatIsWrongIsNamedWithoutTheKey() {
        assertThat(message(Map.of())).isEqualTo("target \"site\" needs the setting \"admin-key\"");
        assertThat(message(Map.of("admin-key", KEY.substring(1))))
                .isEqualTo(
                        "target \"site\": \"admin-key\" must be the Admin API key of a custom"
                                + " integration, with the colon in it");
        assertThat(message(Map.of("admin-key", KEY, "article-url", "/articles/")))
                .isEqualTo("target \"site\": \"article-url\" cannot be \"/articles/\"");
    }
}
