package org.contentpack.app;

import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Configurations made of values, looked up as MicroProfile Config looks up variables. */
final class TestConfig {

    private TestConfig() {}

    static Config of(Map<String, String> values) {
        return (Config)
                Proxy.newProxyInstance(
                        Config.class.getClassLoader(),
                        new Class<?>[] {Config.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getPropertyNames" -> values.keySet();
                                    case "getOptionalValue" ->
                                            value(values, String.valueOf(arguments[0]));
                                    default -> throw new IllegalStateException(method.getName());
                                });
    }

    private static Optional<String> value(Map<String, String> values, String name) {
        String variable = name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        return Optional.ofNullable(values.getOrDefault(name, values.get(variable)));
    }
}
