package org.contentpack.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.contentpack.webhook.EventKind;
import org.contentpack.webhook.Webhook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which webhooks a configuration makes, and which settings it refuses. */
class WebhookSettingsTest {

    private static final String SECRET = "whsec_" + "QUJD".repeat(8);

    @TempDir Path folder;

    private static List<Webhook> webhooks(String... pairs) {
        Map<String, String> values = new TreeMap<>();
        values.put("contentpack.webhooks", "site");
        values.put("contentpack.webhook.site.url", "https://site.example:8443/in/?key=a%20b");
        values.put("contentpack.webhook.site.secret", SECRET);
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return new WebhookSettings(TestConfig.of(values), InstantSource.system()).webhooks();
    }

    @Test
    void withoutASettingThereIsNone() {
        assertThat(new WebhookSettings(TestConfig.of(Map.of()), InstantSource.system()).webhooks())
                .isEmpty();
    }

    @Test
    void anAddressAndASecretAreEnough() {
        Webhook webhook = webhooks().get(0);

        assertThat(webhook.name().value()).isEqualTo("site");
        assertThat(webhook.http().site()).isEqualTo(URI.create("https://site.example:8443"));
        assertThat(webhook.path()).isEqualTo("/in/?key=a%20b");
        assertThat(webhook.secrets()).hasSize(1);
        assertThat(webhook.kinds()).isEmpty();
        assertThat(webhook).hasToString("site at https://site.example:8443");
    }

    @Test
    void anAddressWithoutAPathIsTheRoot() {
        assertThat(webhooks("contentpack.webhook.site.url", "https://site.example").get(0).path())
                .isEqualTo("/");
    }

    @Test
    void everythingCanBeSaidAndTheSecretsComeFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("secrets"), SECRET + "\n" + SECRET + "\n");

        Webhook webhook =
                webhooks(
                                "CONTENTPACK_WEBHOOK_SITE_SECRET_FILE", file.toString(),
                                "CONTENTPACK_WEBHOOK_SITE_EVENTS", "withdrawn, channel-moved",
                                "CONTENTPACK_WEBHOOK_SITE_PRIVATE_NETWORK", "true")
                        .get(0);

        assertThat(webhook.secrets()).hasSize(2);
        assertThat(webhook.kinds()).isEqualTo(Set.of(EventKind.WITHDRAWN, EventKind.CHANNEL_MOVED));
    }

    @ParameterizedTest
    @CsvSource({
        "contentpack.webhooks, Site, contentpack.webhooks",
        "contentpack.webhook.site.url, ftp://site.example, site.url",
        "contentpack.webhook.site.url, https://ann:s3cret@site.example, site.url",
        "contentpack.webhook.site.url, https://site.example/#s3cret, site.url",
        "contentpack.webhook.site.secret, s3cret, site.secret",
        "contentpack.webhook.site.secret, whsec_s3cret, site.secret",
        "contentpack.webhook.site.secret, whsec_====, site.secret",
        "contentpack.webhook.site.secret-file, /nowhere/s3cret-of, site.secret-file",
        "contentpack.webhook.site.events, s3cret, site.events",
        "contentpack.webhook.site.private-network, s3cret, site.private-network"
    })
    void whatIsWrongIsNamedAndNotShown(String property, String value, String named) {
        assertThatThrownBy(() -> webhooks(property, value))
                .hasMessageContaining(named)
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    void moreThanTwoSecretsAreNone() {
        assertThatThrownBy(
                        () ->
                                webhooks(
                                        "contentpack.webhook.site.secret",
                                        String.join(" ", SECRET, SECRET, SECRET)))
                .hasMessageContaining("one or two");
    }
}
