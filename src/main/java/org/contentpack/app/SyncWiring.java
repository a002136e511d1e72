package org.contentpack.app;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.UUID;
import org.contentpack.access.Sessions;
import org.contentpack.registry.Registry;
import org.contentpack.storage.Database;
import org.contentpack.storage.DatabaseSyncStore;
import org.contentpack.sync.ConnectorKind;
import org.contentpack.sync.ConnectorKinds;
import org.contentpack.sync.Merging;
import org.contentpack.sync.Sync;
import org.contentpack.sync.SyncStore;
import org.contentpack.sync.Targets;
import org.contentpack.sync.directus.DirectusKind;
import org.contentpack.sync.ghost.GhostKind;
import org.contentpack.sync.http.Pause;
import org.contentpack.sync.http.SiteLimits;
import org.contentpack.sync.strapi.StrapiKind;
import org.contentpack.sync.wordpress.WordPressKind;
import org.eclipse.microprofile.config.Config;

/** Puts synchronisation together for a server; see {@link Wiring} for everything else. */
@ApplicationScoped
public class SyncWiring {

    @Produces
    @Singleton
    SyncStore syncStore(Database database) {
        return new DatabaseSyncStore(database);
    }

    /**
     * WordPress, Directus, Strapi, Ghost, and the kinds of CMS that are found on the class path.
     */
    @Produces
    @Singleton
    ConnectorKinds kinds(InstantSource clock) {
        Pause pause = time -> Thread.sleep(time.toMillis());
        List<ConnectorKind> kinds = new ArrayList<>();
        kinds.add(new WordPressKind(SiteLimits.DEFAULT, pause, clock));
        kinds.add(new DirectusKind(SiteLimits.DEFAULT, pause, clock));
        kinds.add(new GhostKind(SiteLimits.DEFAULT, pause, clock));
        kinds.add(new StrapiKind(SiteLimits.DEFAULT, pause, clock));
        ServiceLoader.load(ConnectorKind.class, SyncWiring.class.getClassLoader())
                .forEach(kinds::add);
        return new ConnectorKinds(kinds);
    }

    /** Those of the configuration. */
    @Produces
    @Singleton
    Targets targets(Config config, ConnectorKinds kinds) {
        return new TargetSettings(config, kinds.all()).targets();
    }

    /** The plan for CMSes that send their own state. */
    @Produces
    @Singleton
    Merging merging(Registry registry, InstantSource clock) {
        return new Merging(registry, clock);
    }

    /** People who have signed in to the pages. */
    @Produces
    @Singleton
    Sessions sessions(KnownTokens tokens, InstantSource clock) {
        return new Sessions(tokens, clock);
    }

    /** Named anew at each start, so that nobody takes a former process's runs for its own. */
    @Produces
    @Singleton
    Sync sync(
            Registry registry,
            Targets targets,
            SyncStore store,
            ManagedExecutorService executor,
            InstantSource clock) {
        return new Sync(registry, targets, store, executor, clock, "server-" + UUID.randomUUID());
    }
}
