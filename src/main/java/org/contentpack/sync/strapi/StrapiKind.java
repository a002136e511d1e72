package org.contentpack.sync.strapi;

import java.time.InstantSource;
import java.util.Optional;
import org.contentpack.sync.Connector;
import org.contentpack.sync.ConnectorKind;
import org.contentpack.sync.ConnectorSettings;
import org.contentpack.sync.http.Pause;
import org.contentpack.sync.http.SiteHttp;
import org.contentpack.sync.http.SiteLimits;
import org.contentpack.sync.items.ArticleAddresses;

/**
 * Strapi 5, over REST with an API token, into the content type of {@link ProjectFiles}.
 *
 * <p>Options: {@code token}, {@code publish-updates} ({@code true}: what readers see is brought up
 * to date too, where no editor's change waits to be published; without it updates wait in the
 * draft), {@code article-url} (where readers find an article, for links between articles: {@code
 * /{language}/{article}}), {@code private-network} ({@code true} where the site's name leads to a
 * private address).
 */
public final class StrapiKind implements ConnectorKind {

    /** The word in configuration. */
    public static final String ID = "strapi";

    private final SiteLimits limits;
    private final Pause pause;
    private final InstantSource clock;

    public StrapiKind(SiteLimits limits, Pause pause, InstantSource clock) {
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
        String articles = settings.option("article-url").orElse(ArticleAddresses.USUAL);
        ArticleAddresses addresses =
                ArticleAddresses.of(articles)
                        .orElseThrow(() -> settings.wrong("article-url", articles));
        return new StrapiConnector(
                new StrapiApi(http, settings.word("token")),
                addresses,
                updates(settings),
                settings.target().languages());
    }

    /** Anything but a plain yes or no would leave people to guess what is published. */
    private static Updates updates(ConnectorSettings settings) {
        String said = settings.option("publish-updates").orElse("false");
        return switch (said) {
            case "true" -> Updates.PUBLISHED;
            case "false" -> Updates.IN_THE_DRAFT;
            default -> throw settings.wrong("publish-updates", said);
        };
    }
}
