package org.contentpack.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.Optional;
import org.contentpack.archive.Limits;
import org.contentpack.manifest.DocumentConstraints;
import org.contentpack.manifest.PackDocumentReader;
import org.contentpack.manifest.ReleaseReader;
import org.contentpack.registry.Registry;
import org.contentpack.registry.ReleaseStore;
import org.contentpack.rest.Links;
import org.contentpack.storage.InMemoryReleaseStore;
import org.contentpack.validation.PackRules;
import org.contentpack.validation.PackValidation;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the rooms together for a server. Inner rooms know no container: they are made here. */
@ApplicationScoped
public class Wiring {

    @Produces
    @Singleton
    ReleaseStore store() {
        return new InMemoryReleaseStore();
    }

    /** Bounds of packs; each is a setting such as {@code CONTENTPACK_LIMITS_ENTRIES}. */
    @Produces
    @Singleton
    Limits limits(Config config) {
        Limits standard = Limits.DEFAULT;
        return new Limits(
                bound(config, "archive-bytes", standard.archiveBytes()),
                Math.toIntExact(bound(config, "entries", standard.entries())),
                bound(config, "entry-bytes", standard.entryBytes()),
                bound(config, "total-bytes", standard.totalBytes()),
                Math.toIntExact(bound(config, "ratio", standard.ratio())),
                bound(config, "manifest-bytes", standard.manifestBytes()),
                bound(config, "article-bytes", standard.articleBytes()));
    }

    private static long bound(Config config, String name, long standard) {
        return config.getOptionalValue("contentpack.limits." + name, Long.class).orElse(standard);
    }

    @Produces
    @Singleton
    Registry registry(ReleaseStore store, Limits limits) {
        Validator validator = DocumentConstraints.validator();
        return new Registry(
                store,
                new PackValidation(new PackDocumentReader(validator, limits), PackRules.builtIn()),
                new ReleaseReader(validator, limits));
    }

    /** Links begin with {@code CONTENTPACK_PUBLIC_URL} where it is set. */
    @Produces
    @Singleton
    Links links(@ConfigProperty(name = "contentpack.public.url") Optional<String> publicUrl) {
        return new Links(publicUrl.orElse(""));
    }
}
