package org.contentpack.sync.ghost;

import java.time.InstantSource;
import java.util.Optional;
import org.contentpack.sync.Connector;
import org.contentpack.sync.ConnectorKind;
import org.contentpack.sync.ConnectorSettings;
import org.contentpack.sync.http.Pause;
import org.contentpack.sync.http.SiteHttp;
import org.contentpack.sync.http.SiteLimits;

/**
 * Ghost 6, over its Admin API with the key of a custom integration.
 *
 * <p>Options: {@code admin-key}, {@code article-url} (where readers find a post, for links between
 * articles: {@code /{slug}/}), {@code private-network} ({@code true} where the site's name leads to
 * a private address).
 */
public final class GhostKind implements ConnectorKind {

    /** The word in configuration. */
    public static final String ID = "ghost";

    private final SiteLimits limits;
    private final Pause pause;
    private final InstantSource clock;

    public GhostKind(SiteLimits limits, Pause pause, InstantSource clock) {
        this.limits = limits;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Connector connect(ConnectorSettings settings) {
        SiteHttp http =
                new SiteHttp(
                        settings.target().url(),
                        settings.option("private-network").equals(Optional.of("true")),
                        limits,
                        pause,
                        clock);
        AdminKey key =
                AdminKey.parse(settings.required("admin-key"))
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "target \""
                                                        + settings.target().name()
                                                        + "\": \"admin-key\" must be the Admin API"
                                                        + " key of a custom integration, with the"
                                                        + " colon in it"));
        String articles = settings.option("article-url").orElse(References.ARTICLE_URL);
        References references =
                References.of(http.site(), articles)
                        .orElseThrow(() -> settings.wrong("article-url", articles));
        return new GhostConnector(new GhostApi(http, key, clock), references, clock);
    }
}
