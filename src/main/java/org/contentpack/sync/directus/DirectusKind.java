package org.contentpack.sync.directus;

import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.contentpack.sync.Connector;
import org.contentpack.sync.ConnectorKind;
import org.contentpack.sync.ConnectorSettings;
import org.contentpack.sync.http.Pause;
import org.contentpack.sync.http.SiteHttp;
import org.contentpack.sync.http.SiteLimits;
import org.contentpack.sync.items.ArticleAddresses;

/**
 * Directus 12, over REST with a static token.
 *
 * <p>Options: {@code token}, {@code item-type} (the collection, {@code contentpack_articles}),
 * {@code article-url} (where readers find an article, for links between articles: {@code
 * /{language}/{article}}), {@code private-network} ({@code true} where the site's name leads to a
 * private address).
 */
public final class DirectusKind implements ConnectorKind {

    /** The word in configuration. */
    public static final String ID = "directus";

    static final String COLLECTION = "contentpack_articles";

    /** System collections begin otherwise; other signs would need care in every database. */
    private static final Pattern NAME = Pattern.compile("(?!directus_)[A-Za-z_][A-Za-z0-9_]{0,62}");

    private final SiteLimits limits;
    private final Pause pause;
    private final InstantSource clock;

    public DirectusKind(SiteLimits limits, Pause pause, InstantSource clock) {
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
        String collection = settings.option("item-type").orElse(COLLECTION);
        if (!NAME.matcher(collection).matches()) {
            throw settings.wrong("item-type", collection);
        }
        String articles = settings.option("article-url").orElse(ArticleAddresses.USUAL);
        ArticleAddresses addresses =
                ArticleAddresses.of(articles)
                        .orElseThrow(() -> settings.wrong("article-url", articles));
        return new DirectusConnector(
                new DirectusApi(http, settings.word("token")),
                collection,
                new References(http.site().toString(), addresses));
    }
}
