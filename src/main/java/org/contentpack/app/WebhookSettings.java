package org.contentpack.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contentpack.sync.http.SiteHttp;
import org.contentpack.sync.http.SiteLimits;
import org.contentpack.webhook.EventKind;
import org.contentpack.webhook.Webhook;
import org.contentpack.webhook.WebhookName;
import org.contentpack.webhook.WebhookSecret;
import org.eclipse.microprofile.config.Config;

/**
 * The webhooks that the configuration names: {@code contentpack.webhooks} lists them, and {@code
 * contentpack.webhook.<name>.…} says where each is and what it is told of. As variables of the
 * environment: {@code CONTENTPACK_WEBHOOK_<NAME>_…}.
 */
final class WebhookSettings {

    /** One try each: the outbox knows when the next one is due. */
    private static final SiteLimits LIMITS =
            new SiteLimits(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(20),
                    64 * 1024,
                    Duration.ofSeconds(1),
                    1);

    private static final String SECRETS = "whsec_ and 24 to 64 bytes in Base64, one or two of them";

    /** The one in use, and the one that it is exchanged for. */
    private static final int MAX_SECRETS = 2;

    private final Config config;
    private final NamedSettings settings;
    private final InstantSource clock;

    WebhookSettings(Config config, InstantSource clock) {
        this.config = config;
        this.settings = new NamedSettings(config, "contentpack.webhook.");
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException where a setting is missing or wrong; the message names it
     *     and holds no secret
     */
    List<Webhook> webhooks() {
        List<Webhook> webhooks = new ArrayList<>();
        for (String text :
                NamedSettings.list(config.getOptionalValue("contentpack.webhooks", String.class))) {
            webhooks.add(
                    webhook(
                            WebhookName.parse(text)
                                    .orElseThrow(
                                            () ->
                                                    NamedSettings.wrong(
                                                            "contentpack.webhooks",
                                                            "names of webhooks"))));
        }
        return webhooks;
    }

    private Webhook webhook(WebhookName name) {
        URI url =
                settings.optional(name, "url", "an address", WebhookSettings::url)
                        .orElseThrow(
                                () -> NamedSettings.wrong(settings.property(name, "url"), "set"));
        boolean isPrivate =
                settings.optional(name, "private-network", "true or false", NamedSettings::yes)
                        .orElse(false);
        return new Webhook(
                name,
                new SiteHttp(
                        URI.create(url.getScheme() + "://" + url.getRawAuthority()),
                        isPrivate,
                        LIMITS,
                        time -> Thread.sleep(time.toMillis()),
                        clock),
                (url.getRawPath().isEmpty() ? "/" : url.getRawPath())
                        + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()),
                secrets(name),
                settings.optional(
                                name,
                                "events",
                                "kinds of events with commas between them",
                                WebhookSettings::kinds)
                        .orElse(Set.of()));
    }

    private List<WebhookSecret> secrets(WebhookName name) {
        String property = settings.property(name, "secret or ….secret-file");
        String text =
                settings.value(name, "secret-file")
                        .map(
                                file ->
                                        NamedSettings.text(
                                                settings.property(name, "secret-file"),
                                                Path.of(file)))
                        .or(() -> settings.value(name, "secret"))
                        .orElseThrow(() -> NamedSettings.wrong(property, "set"));
        List<WebhookSecret> secrets = new ArrayList<>();
        for (String secret : text.strip().split("\\s+", -1)) {
            secrets.add(
                    WebhookSecret.parse(secret)
                            .orElseThrow(() -> NamedSettings.wrong(property, SECRETS)));
        }
        if (secrets.size() > MAX_SECRETS) {
            throw NamedSettings.wrong(property, SECRETS);
        }
        return secrets;
    }

    private static Optional<Set<EventKind>> kinds(String text) {
        Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        for (String word : NamedSettings.list(Optional.of(text))) {
            Optional<EventKind> kind = EventKind.parse(word);
            if (kind.isEmpty()) {
                return Optional.empty();
            }
            kinds.add(kind.get());
        }
        return Optional.of(kinds);
    }

    /**
     * As it stands, with slashes at its end; a fragment is never sent, so it would be a mistake.
     */
    private static Optional<URI> url(String text) {
        return NamedSettings.url(text)
                .filter(u -> u.getFragment() == null)
                .map(u -> URI.create(text));
    }
}
