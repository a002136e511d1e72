package org.contentpack.app;

import java.nio.file.Path;
import java.util.ArrayList;
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

    private final Config config;
    private final NamedSettings settings;
    private final Map<String, ConnectorKind> kinds;

    TargetSettings(Config config, List<ConnectorKind> kinds) {
        this.config = config;
        this.settings = new NamedSettings(config, "contentpack.target.");
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
        for (String text :
                NamedSettings.list(config.getOptionalValue("contentpack.targets", String.class))) {
            TargetName name =
                    TargetName.parse(text)
                            .orElseThrow(
                                    () ->
                                            NamedSettings.wrong(
                                                    "contentpack.targets", "names of targets"));
            bounds.add(bound(name));
        }
        return new Targets(bounds);
    }

    private Targets.Bound bound(TargetName name) {
        Target target =
                new Target(
                        name,
                        required(name, "kind", "a kind of CMS", Optional::of),
                        required(name, "url", "the address of the site", NamedSettings::url),
                        set(name, "packs", "ids of packs", PackId::parse),
                        set(name, "articles", "ids of articles", ArticleId::parse),
                        set(name, "languages", "language tags", Language::parse),
                        settings.optional(name, "status", "live or draft", ItemStatus::parse)
                                .orElse(ItemStatus.LIVE),
                        settings.optional(
                                        name,
                                        "policy",
                                        "ask, auto:editorial,…, pin or hold",
                                        UpdatePolicy::parse)
                                .orElseGet(UpdatePolicy.Ask::new),
                        settings.optional(
                                        name,
                                        "retire-untouched",
                                        "true or false",
                                        NamedSettings::yes)
                                .orElse(false),
                        answerable(name));
        ConnectorKind kind = kinds.get(target.kind());
        if (kind == null) {
            throw NamedSettings.wrong(
                    settings.property(name, "kind"),
                    "one of " + kinds.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return new Targets.Bound(
                target, kind.connect(new ConnectorSettings(target, options(name))));
    }

    private Optional<Target.Answerable> answerable(TargetName name) {
        Optional<String> person = settings.value(name, "allow-unreviewed-person");
        Optional<String> reason = settings.value(name, "allow-unreviewed-reason");
        if (person.isPresent() != reason.isPresent()) {
            throw NamedSettings.wrong(
                    settings.property(name, "allow-unreviewed-person and …-reason"),
                    "set both or neither");
        }
        return person.map(p -> new Target.Answerable(p, reason.orElseThrow()));
    }

    private <T> Set<T> set(
            TargetName name, String setting, String form, Function<String, Optional<T>> parse) {
        return NamedSettings.list(settings.value(name, setting)).stream()
                .map(
                        text ->
                                parse.apply(text)
                                        .orElseThrow(
                                                () ->
                                                        NamedSettings.wrong(
                                                                settings.property(name, setting),
                                                                form)))
                .collect(Collectors.toSet());
    }

    private <T> T required(
            TargetName name, String setting, String form, Function<String, Optional<T>> parse) {
        return settings.optional(name, setting, form, parse)
                .orElseThrow(() -> NamedSettings.wrong(settings.property(name, setting), form));
    }

    /** Everything that is set for the target, by the name behind it. */
    private Map<String, String> options(TargetName name) {
        String property = settings.property(name, "");
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
            option.ifPresent(
                    o -> settings.value(name, o).ifPresent(value -> options.put(o, value)));
        }
        Map<String, String> read = new TreeMap<>(options);
        options.forEach(
                (option, value) -> {
                    if (option.endsWith("-file")) {
                        read.put(
                                option.substring(0, option.length() - "-file".length()),
                                NamedSettings.text(property + option, Path.of(value)));
                    }
                });
        return read;
    }
}
