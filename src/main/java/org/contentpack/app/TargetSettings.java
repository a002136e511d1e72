package org.contentpack.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.sync.ConnectorKind;
import org.contentpack.sync.ConnectorSettings;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.Target;
import org.contentpack.sync.TargetName;
import org.contentpack.sync.Targets;
import org.contentpack.sync.UpdatePolicy;
import org.eclipse.microprofile.config.Config;

/**
 * The targets of the configuration: {@code contentpack.targets} names them, and {@code
 * contentpack.target.<name>.…} says what each is. As variables of the environment: {@code
 * CONTENTPACK_TARGET_<NAME>_…}.
 *
 * <p>What a kind of CMS wants beside is passed on by name. A setting {@code …-file} names a file
 * whose text is the value, so that a password need not stand in the configuration.
 */
final class TargetSettings {

    private static final String PREFIX = "contentpack.target.";

    private final Config config;
    private final Map<String, ConnectorKind> kinds;

    TargetSettings(Config config, List<ConnectorKind> kinds) {
        this.config = config;
        this.kinds =
                kinds.stream()
                        .collect(
                                Collectors.toMap(
                                        ConnectorKind::id, Function.identity(), (a, b) -> a));
    }

    /**
     * @throws IllegalArgumentException where a setting is missing or wrong; the message names it
     *     and holds no secret
     */
    Targets targets() {
        List<Targets.Bound> bounds = new ArrayList<>();
        for (String text : list(config.getOptionalValue("contentpack.targets", String.class))) {
            TargetName name =
                    TargetName.parse(text)
                            .orElseThrow(() -> wrong("contentpack.targets", "names of targets"));
            bounds.add(bound(name));
        }
        return new Targets(bounds);
    }

    private Targets.Bound bound(TargetName name) {
        Target target =
                new Target(
                        name,
                        required(name, "kind", "a kind of CMS", Optional::of),
                        required(name, "url", "the address of the site", TargetSettings::url),
                        set(name, "packs", "ids of packs", PackId::parse),
                        set(name, "articles", "ids of articles", ArticleId::parse),
                        set(name, "languages", "language tags", Language::parse),
                        optional(name, "status", "live or draft", ItemStatus::parse)
                                .orElse(ItemStatus.LIVE),
                        optional(
                                        name,
                                        "policy",
                                        "ask, auto:editorial,…, pin or hold",
                                        UpdatePolicy::parse)
                                .orElseGet(UpdatePolicy.Ask::new),
                        optional(name, "retire-untouched", "true or false", TargetSettings::yes)
                                .orElse(false),
                        answerable(name));
        ConnectorKind kind = kinds.get(target.kind());
        if (kind == null) {
            throw wrong(
                    PREFIX + name + ".kind",
                    "one of " + kinds.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return new Targets.Bound(
                target, kind.connect(new ConnectorSettings(target, options(name))));
    }

    private Optional<Target.Answerable> answerable(TargetName name) {
        Optional<String> person = value(name, "allow-unreviewed-person");
        Optional<String> reason = value(name, "allow-unreviewed-reason");
        if (person.isPresent() != reason.isPresent()) {
            throw wrong(
                    PREFIX + name + ".allow-unreviewed-person and …-reason", "set both or neither");
        }
        return person.map(p -> new Target.Answerable(p, reason.orElseThrow()));
    }

    private static Optional<Boolean> yes(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<URI> url(String text) {
        try {
            URI url = new URI(text.replaceAll("/+$", ""));
            return Optional.of(url)
                    .filter(u -> u.getHost() != null && u.getUserInfo() == null)
                    .filter(u -> "https".equals(u.getScheme()) || "http".equals(u.getScheme()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private <T> Set<T> set(
            TargetName name, String setting, String form, Function<String, Optional<T>> parse) {
        return list(value(name, setting)).stream()
                .map(
                        text ->
                                parse.apply(text)
                                        .orElseThrow(
                                                () -> wrong(PREFIX + name + "." + setting, form)))
                .collect(Collectors.toSet());
    }

    private static List<String> list(Optional<String> value) {
        return Arrays.stream(value.orElse("").split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private <T> T required(
            TargetName name, String setting, String form, Function<String, Optional<T>> parse) {
        return optional(name, setting, form, parse)
                .orElseThrow(() -> wrong(PREFIX + name + "." + setting, form));
    }

    private <T> Optional<T> optional(
            TargetName name, String setting, String form, Function<String, Optional<T>> parse) {
        Optional<String> text = value(name, setting);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = parse.apply(text.get());
        if (value.isEmpty()) {
            throw wrong(PREFIX + name + "." + setting, form);
        }
        return value;
    }

    private Optional<String> value(TargetName name, String setting) {
        return config.getOptionalValue(PREFIX + name + "." + setting, String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** Everything that is set for the target, by the name behind it. */
    private Map<String, String> options(TargetName name) {
        String property = PREFIX + name + ".";
        String variable = property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        Map<String, String> options = new TreeMap<>();
        for (String each : config.getPropertyNames()) {
            Optional<String> option =
                    each.startsWith(property)
                            ? Optional.of(each.substring(property.length()))
                            : each.startsWith(variable)
                                    ? Optional.of(
                                            each.substring(variable.length())
                                                    .toLowerCase(Locale.ROOT)
                                                    .replace('_', '-'))
                                    : Optional.empty();
            option.ifPresent(o -> value(name, o).ifPresent(value -> options.put(o, value)));
        }
        Map<String, String> read = new TreeMap<>(options);
        options.forEach(
                (option, value) -> {
                    if (option.endsWith("-file")) {
                        read.put(
                                option.substring(0, option.length() - "-file".length()),
                                text(property + option, Path.of(value)));
                    }
                });
        return read;
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
