package org.contentpack.sync;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a connector is told about its target: the target, and the settings of its kind, credentials
 * among them.
 *
 * @param options by name, such as "user", "password", "item-type"; they may hold secrets
 */
public record ConnectorSettings(Target target, Map<String, String> options) {

    public ConnectorSettings {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /**
     * The value of an option.
     *
     * @throws IllegalArgumentException where the option is not set; the message names it
     */
    public String required(String name) {
        return option(name)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "target \""
                                                + target.name()
                                                + "\" needs the setting \""
                                                + name
                                                + "\""));
    }

    /** Without the options, so that no log can hold a secret. */
    @Override
    public String toString() {
        return "settings of " + target.name();
    }
}
