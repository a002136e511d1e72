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
import java.util.TreeMap;
import org.contentpack.purge.CacheInFront;
import org.contentpack.purge.KeyPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which caches a configuration makes, and which settings it refuses. */
class CacheSettingsTest {

    private static final String SECRET = "s3cret-of-the-cache";

    @TempDir Path folder;

    private static List<CacheInFront> caches(String... pairs) {
        Map<String, String> values = new TreeMap<>();
        values.put("contentpack.caches", "edge");
        values.put("contentpack.cache.edge.url", "https://cache.example/purge/");
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return new CacheSettings(TestConfig.of(values), InstantSource.system()).caches();
    }

    @Test
    void withoutASettingThereIsNone() {
        assertThat(new CacheSettings(TestConfig.of(Map.of()), InstantSource.system()).caches())
                .isEmpty();
    }

    @Test
    void anAddressIsEnough() {
        CacheInFront cache = caches().get(0);

        assertThat(cache.name().value()).isEqualTo("edge");
        assertThat(cache.http().site()).isEqualTo(URI.create("https://cache.example/purge"));
        assertThat(cache.method()).isEqualTo("POST");
        assertThat(cache.keys()).isEqualTo(new KeyPlace.Field("Surrogate-Key"));
        assertThat(cache.headers()).isEmpty();
    }

    @Test
    void everythingCanBeSaidAndTheSecretComesFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "Bearer " + SECRET + "\n");

        CacheInFront cache =
                caches(
                                "CONTENTPACK_CACHE_EDGE_METHOD", "PURGE",
                                "CONTENTPACK_CACHE_EDGE_KEYS", "json:tags",
                                "CONTENTPACK_CACHE_EDGE_SECRET_HEADER", "Authorization",
                                "CONTENTPACK_CACHE_EDGE_SECRET_FILE", file.toString(),
                                "CONTENTPACK_CACHE_EDGE_PRIVATE_NETWORK", "true")
                        .get(0);

        assertThat(cache.method()).isEqualTo("PURGE");
        assertThat(cache.keys()).isEqualTo(new KeyPlace.Member("tags"));
        assertThat(cache.headers()).isEqualTo(Map.of("Authorization", "Bearer " + SECRET));
        assertThat(cache.toString()).isEqualTo("edge at https://cache.example/purge");
    }

    @Test
    void severalCachesHaveNamesOfTheirOwn() {
        assertThat(
                        caches(
                                "contentpack.caches", "edge, near",
                                "contentpack.cache.near.url", "http://127.0.0.1:6081"))
                .extracting(CacheInFront::toString)
                .containsExactly(
                        "edge at https://cache.example/purge", "near at http://127.0.0.1:6081");
    }

    @ParameterizedTest
    @CsvSource({
        "contentpack.caches, Edge!",
        "contentpack.cache.edge.url, ''",
        "contentpack.cache.edge.url, cache.example",
        "contentpack.cache.edge.url, ftp://cache.example",
        "contentpack.cache.edge.url, https://user:word@cache.example",
        "contentpack.cache.edge.url, https://cache.example/?q=1",
        "contentpack.cache.edge.method, purge",
        "contentpack.cache.edge.keys, Surrogate-Key",
        "contentpack.cache.edge.private-network, yes",
        "contentpack.cache.edge.secret-header, Fastly-Key",
        "contentpack.cache.edge.secret, s3cret-of-the-cache"
    })
    void aSettingThatCannotBeReadIsNamedWithoutASecret(String setting, String value) {
        assertThatThrownBy(() -> caches(setting, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("contentpack.cache")
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void aSecretInSeveralLinesIsNoFieldAndNotTold() {
        assertThatThrownBy(
                        () ->
                                caches(
                                        "contentpack.cache.edge.secret-header",
                                        "Fastly-Key",
                                        "contentpack.cache.edge.secret",
                                        SECRET + "\r\nX: y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(SECRET);
    }
}
