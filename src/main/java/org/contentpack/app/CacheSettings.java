package org.contentpack.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.purge.CacheInFront;
import org.contentpack.purge.CacheName;
import org.contentpack.purge.KeyPlace;
import org.contentpack.sync.http.SiteHttp;
import org.contentpack.sync.http.SiteLimits;
import org.eclipse.microprofile.config.Config;

/**
 * The caches in front that the configuration names: {@code contentpack.caches} lists them, and
 * {@code contentpack.cache.<name>.…} says how each is told to forget. As variables of the
 * environment: {@code CONTENTPACK_CACHE_<NAME>_…}.
 */
final class CacheSettings {

    /** A cache has little to say, and the next try is a second away. */
    private static final SiteLimits LIMITS =
            new SiteLimits(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(15),
                    64 * 1024,
                    Duration.ofSeconds(5),
                    2);

    private final Config config;
    private final NamedSettings settings;
    private final InstantSource clock;

    CacheSettings(Config config, InstantSource clock) {
        this.config = config;
        this.settings = new NamedSettings(config, "contentpack.cache.");
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException where a setting is missing or wrong; the message names it
     *     and holds no secret
     */
    List<CacheInFront> caches() {
        List<CacheInFront> caches = new ArrayList<>();
        for (String text :
                NamedSettings.list(config.getOptionalValue("contentpack.caches", String.class))) {
            caches.add(
                    cache(
                            CacheName.parse(text)
                                    .orElseThrow(
                                            () ->
                                                    NamedSettings.wrong(
                                                            "contentpack.caches",
                                                            "names of caches"))));
        }
        return caches;
    }

    private CacheInFront cache(CacheName name) {
        URI url =
                settings.optional(name, "url", "an address", CacheSettings::url)
                        .orElseThrow(
                                () -> NamedSettings.wrong(settings.property(name, "url"), "set"));
        boolean isPrivate =
                settings.optional(name, "private-network", "true or false", NamedSettings::yes)
                        .orElse(false);
        return new CacheInFront(
                name,
                settings.optional(
                                name,
                                "method",
                                "a method in upper-case letters",
                                text -> Optional.of(text).filter(t -> t.matches("[A-Z]{1,20}")))
                        .orElse("POST"),
                settings.optional(name, "keys", "header:<name> or json:<member>", KeyPlace::parse)
                        .orElseGet(() -> new KeyPlace.Field("Surrogate-Key")),
                secret(name),
                new SiteHttp(url, isPrivate, LIMITS, time -> Thread.sleep(time.toMillis()), clock));
    }

    /** The field with the secret, by its name; none where the cache knows us otherwise. */
    private Map<String, String> secret(CacheName name) {
        Optional<String> secret =
                settings.value(name, "secret-file")
                        .map(
                                file ->
                                        NamedSettings.text(
                                                settings.property(name, "secret-file"),
                                                Path.of(file)))
                        .or(() -> settings.value(name, "secret"));
        Optional<String> field = settings.value(name, "secret-header");
        if (secret.isPresent() != field.isPresent()) {
            throw NamedSettings.wrong(
                    settings.property(name, "secret-header and ….secret or ….secret-file"),
                    "set both or neither");
        }
        if (secret.isEmpty()) {
            return Map.of();
        }
        if (!field.get().matches("[A-Za-z0-9-]{1,60}")) {
            throw NamedSettings.wrong(
                    settings.property(name, "secret-header"), "the name of a header field");
        }
        if (!secret.get().matches("[\\x20-\\x7e]+")) {
            throw NamedSettings.wrong(
                    settings.property(name, "secret"), "in one line of printable ASCII");
        }
        return Map.of(field.get(), secret.get());
    }

    /** What follows an address would be cut off from the calls' own. */
    private static Optional<URI> url(String text) {
        return NamedSettings.url(text).filter(u -> u.getQuery() == null && u.getFragment() == null);
    }
}
