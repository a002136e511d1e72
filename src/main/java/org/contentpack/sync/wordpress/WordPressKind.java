package org.contentpack.sync.wordpress;

import java.time.InstantSource;
import java.util.Optional;
import org.contentpack.sync.Connector;
import org.contentpack.sync.ConnectorKind;
import org.contentpack.sync.ConnectorSettings;
import org.contentpack.sync.ItemForm;
import org.contentpack.sync.http.Pause;
import org.contentpack.sync.http.SiteHttp;
import org.contentpack.sync.http.SiteLimits;

/**
 * WordPress 6.4 and later with the companion plugin, over REST with an application password.
 *
 * <p>Options: {@code user}, {@code password}, {@code item-type} (name in the REST API, {@code
 * posts}), {@code author} (number of the user), {@code categories} (slugs, for new items), {@code
 * field-summary} and {@code field-tags} (where they are kept; {@code none} for nowhere), {@code
 * field-…} for each {@link MetaField} ({@code meta.<key>}), {@code private-network} ({@code true}
 * where the site's name leads to a private address).
 */
public final class WordPressKind implements ConnectorKind {

    /** The word in configuration. */
    public static final String ID = "wordpress";

    private final SiteLimits limits;
    private final Pause pause;
    private final InstantSource clock;

    public WordPressKind(SiteLimits limits, Pause pause, InstantSource clock) {
        this.limits = limits;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<ItemForm> form() {
        return Optional.of(new WordPressForm());
    }

    @Override
    public Connector connect(ConnectorSettings settings) {
        SiteHttp http =
                new SiteHttp(
                        settings.target().url(),
                        settings.required("user"),
                        settings.required("password"),
                        settings.option("private-network").equals(Optional.of("true")),
                        limits,
                        pause,
                        clock);
        return new WordPressConnector(new WordPressApi(http), PostType.of(settings));
    }
}
