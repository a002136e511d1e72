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

    /**
     * The value of an option that has to be one word, such as a token.
     *
     * @throws IllegalArgumentException where it is not set, or no word; the message names the
     *     option and not the value, which is a secret
     */
    public String word(String name) {
        String word = required(name);
        if (!word.matches("[\\x21-\\x7e]+")) {
            throw new IllegalArgumentException(
                    "target \""
                            + target.name()
                            + "\": \""
                            + name
                            + "\" must be visible ASCII characters without spaces");
        }
        return word;
    }

    /** What to throw where an option, which is no secret, has a value that it cannot have. */
    public IllegalArgumentException wrong(String option, String value) {
        return new IllegalArgumentException(
                "target \"" + target.name() + "\": \"" + option + "\" cannot be \"" + value + "\"");
    }

    /** Without the options, so that no log can hold a secret. */
    @Override
    public String toString() {
        return "settings of " + target.name();
    }
}
