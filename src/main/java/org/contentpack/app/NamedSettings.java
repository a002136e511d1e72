package org.contentpack.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * Reads settings of things that the configuration names, such as targets: {@code
 * <prefix><name>.<setting>}. What the settings mean is for {@link TargetSettings} and {@link
 * CacheSettings}.
 *
 * <p>Where something is wrong, an {@link IllegalArgumentException} names the setting and holds no
 * value, since that may be a secret.
 *
 * @param prefix with its dot, such as {@code contentpack.target.}
 */
record NamedSettings(Config config, String prefix) {

    /** What a setting says, without the space around it; empty where it says nothing. */
    Optional<String> value(Object name, String setting) {
        return config.getOptionalValue(property(name, setting), String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /**
     * @param form what the setting must be, in words
     */
    <T> Optional<T> optional(
            Object name, String setting, String form, Function<String, Optional<T>> parse) {
        return value(name, setting)
                .map(
                        text ->
                                parse.apply(text)
                                        .orElseThrow(() -> wrong(property(name, setting), form)));
    }

    /** The name of a setting in the configuration. */
    String property(Object name, String setting) {
        return prefix + name + "." + setting;
    }

    /** Words between commas; those that are empty do not count. */
    static List<String> list(Optional<String> value) {
        return Arrays.stream(value.orElse("").split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    static Optional<Boolean> yes(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** An address on the web with a host and without a user; slashes at its end do not count. */
    static Optional<URI> url(String text) {
        try {
            URI url = new URI(text.replaceAll("/+$", ""));
            return Optional.of(url)
                    .filter(u -> u.getHost() != null && u.getUserInfo() == null)
                    .filter(u -> "https".equals(u.getScheme()) || "http".equals(u.getScheme()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The text of a file that a setting names. */
    static String text(String property, Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(property + " names a file that cannot be read", e);
        }
    }

    static IllegalArgumentException wrong(String property, String form) {
        return new IllegalArgumentException(property + " must be " + form);
    }
}
