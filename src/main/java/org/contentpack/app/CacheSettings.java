package org.contentpack.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

    private static final String PREFIX = "contentpack.cache.";

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
    private final InstantSource clock;

    CacheSettings(Config config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException where a setting is missing or wrong; the message names it
     *     and holds no secret
     */
    List<CacheInFront> caches() {
        List<CacheInFront> caches = new ArrayList<>();
        String names = config.getOptionalValue("contentpack.caches", String.class).orElse("");
        for (String name : Arrays.stream(names.split(",", -1)).map(String::strip).toList()) {
            if (!name.isEmpty()) {
                caches.add(
                        cache(
                                CacheName.parse(name)
                                        .orElseThrow(
                                                () ->
                                                        wrong(
                                                                "contentpack.caches",
                                                                "names of caches"))));
            }
        }
        return caches;
    }

    private CacheInFront cache(CacheName name) {
        URI url =
                value(name, "url")
                        .map(text -> read(name, "url", text, "an address", CacheSettings::url))
                        .orElseThrow(() -> wrong(PREFIX + name + ".url", "set"));
        boolean isPrivate =
                read(
                        name,
                        "private-network",
                        value(name, "private-network").orElse("false"),
                        "true or false",
                        CacheSettings::yes);
        return new CacheInFront(
                name,
                read(
                        name,
                        "method",
                        value(name, "method").orElse("POST"),
                        "a method in upper-case letters",
                        text -> Optional.of(text).filter(t -> t.matches("[A-Z]{1,20}"))),
                read(
                        name,
                        "keys",
                        value(name, "keys").orElse("header:Surrogate-Key"),
                        "header:<name> or json:<member>",
                        KeyPlace::parse),
                secret(name),
                new SiteHttp(url, isPrivate, LIMITS, time -> Thread.sleep(time.toMillis()), clock));
    }

    /** The field with the secret, by its name; none where the cache knows us otherwise. */
    private Map<String, String> secret(CacheName name) {
        Optional<String> secret =
                value(name, "secret-file")
                        .map(file -> text(PREFIX + name + ".secret-file", Path.of(file)))
                        .or(() -> value(name, "secret"));
        Optional<String> field = value(name, "secret-header");
        if (secret.isPresent() != field.isPresent()) {
            throw wrong(
                    PREFIX + name + ".secret-header and ….secret or ….secret-file",
                    "set both or neither");
        }
        if (secret.isEmpty()) {
            return Map.of();
        }
        if (!field.get().matches("[A-Za-z0-9-]{1,60}")) {
            throw wrong(PREFIX + name + ".secret-header", "the name of a header field");
        }
        if (!secret.get().matches("[\\x20-\\x7e]+")) {
            throw wrong(PREFIX + name + ".secret", "in one line of printable ASCII");
        }
        return Map.of(field.get(), secret.get());
    }

    private static Optional<URI> url(String text) {
        try {
            URI url = new URI(text.replaceAll("/+$", ""));
            return Optional.of(url)
                    .filter(u -> u.getHost() != null && u.getUserInfo() == null)
                    .filter(u -> u.getQuery() == null && u.getFragment() == null)
                    .filter(u -> "https".equals(u.getScheme()) || "http".equals(u.getScheme()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> yes(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static <T> T read(
            CacheName name,
            String setting,
            String text,
            String form,
            Function<String, Optional<T>> parse) {
        return parse.apply(text).orElseThrow(() -> wrong(PREFIX + name + "." + setting, form));
    }

    private Optional<String> value(CacheName name, String setting) {
        return config.getOptionalValue(PREFIX + name + "." + setting, String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static String text(String setting, Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(setting + " names a file that cannot be read", e);
        }
    }

    private static IllegalArgumentException wrong(String setting, String form) {
        return new IllegalArgumentException(setting + " must be " + form);
    }
}
