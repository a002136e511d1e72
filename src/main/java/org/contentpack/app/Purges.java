package org.contentpack.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.contentpack.purge.Purge;
import org.contentpack.registry.Registry;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The caches in front of this server; what each was told lies below the data folder. */
@ApplicationScoped
public class Purges {

    @Inject Config config;

    @Inject Registry registry;

    @Inject InstantSource clock;

    @Inject
    @ConfigProperty(name = "contentpack.data", defaultValue = ".contentpack")
    String data;

    private List<Purge> all = List.of();

    /** Reads the configuration; called once, before the first round. */
    void begin() {
        Path folder = Path.of(data, "caches");
        all =
                new CacheSettings(config, clock)
                        .caches().stream()
                                .map(cache -> new Purge(cache, registry, folder, clock))
                                .toList();
    }

    List<Purge> all() {
        return all;
    }
}
