package org.contentpack.sync.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.ConnectorException.Kind;

/**
 * Calls to one configured site and to no other: redirects are not followed, addresses are checked
 * when a connection is made, certificates and host names always, answers have bounds in bytes and
 * time. Reads are tried again where that can help; a write only where the site said that it did
 * nothing.
 *
 * <p>Safe for use by several threads.
 */
public final class SiteHttp {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    /** Connections to one site: one run writes at a time, and a few people look. */
    private static final int CONNECTIONS = 4;

    private final URI site;
    private final Optional<String> authorization;
    private final SiteLimits limits;
    private final Pause pause;
    private final InstantSource clock;
    private final CloseableHttpClient client;

    /**
     * Calls to one site. Connects to nothing yet.
     *
     * @param site its address; path without a slash at its end
     * @param inPrivateNetwork whether its name may lead to a private address
     * @throws IllegalArgumentException where the address is not one of a site
     */
    public SiteHttp(
            URI site,
            String user,
            String password,
            boolean inPrivateNetwork,
            SiteLimits limits,
            Pause pause,
            InstantSource clock) {
        this(site, Optional.of(basic(user, password)), inPrivateNetwork, limits, pause, clock);
    }

    /**
     * Calls without a user: each brings what it needs. Connects to nothing yet.
     *
     * @param site its address; path without a slash at its end
     * @param inPrivateNetwork whether its name may lead to a private address
     * @throws IllegalArgumentException where the address is not one of a site
     */
    public SiteHttp(
            URI site,
            boolean inPrivateNetwork,
            SiteLimits limits,
            Pause pause,
            InstantSource clock) {
        this(site, Optional.empty(), inPrivateNetwork, limits, pause, clock);
    }

    private SiteHttp(
            URI site,
            Optional<String> authorization,
            boolean inPrivateNetwork,
            SiteLimits limits,
            Pause pause,
            InstantSource clock) {
        if (site.getHost() == null
                || !(site.getScheme().equals("https") || site.getScheme().equals("http"))
                || site.getUserInfo() != null
                || site.getQuery() != null
                || site.getFragment() != null) {
            throw new IllegalArgumentException(
                    "the address of a site must be http: or https: with a host, without"
                            + " credentials, query or fragment");
        }
        this.site = site;
        this.authorization = authorization;
        this.limits = limits;
        this.pause = pause;
        this.clock = clock;
        this.client = client(AddressRule.of(site, inPrivateNetwork), limits);
    }

    private static String basic(String user, String password) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static CloseableHttpClient client(AddressRule rule, SiteLimits limits) {
        return HttpClients.custom()
                .setConnectionManager(
                        PoolingHttpClientConnectionManagerBuilder.create()
                                .setDnsResolver(new CheckingResolver(rule))
                                .setMaxConnTotal(CONNECTIONS)
                                .setMaxConnPerRoute(CONNECTIONS)
                                .setDefaultConnectionConfig(
                                        ConnectionConfig.custom()
                                                .setConnectTimeout(timeout(limits.connect()))
                                                .setSocketTimeout(timeout(limits.silence()))
                                                .setValidateAfterInactivity(
                                                        Timeout.ofMilliseconds(500))
                                                .setTimeToLive(5, TimeUnit.MINUTES)
                                                .build())
                                .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setResponseTimeout(timeout(limits.silence()))
                                .setConnectionRequestTimeout(timeout(limits.total()))
                                .setRedirectsEnabled(false)
                                .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("Content-Pack")
                .build();
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }

    /** Looks at every address at the moment in which it is connected to. */
    private static final class CheckingResolver implements DnsResolver {
        private final AddressRule rule;

        CheckingResolver(AddressRule rule) {
            this.rule = rule;
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return rule.allowed(SystemDefaultDnsResolver.INSTANCE.resolve(host));
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /** The site's address. */
    public URI site() {
        return site;
    }

    /**
     * Sends a call and reads the answer.
     *
     * @return any answer but those that say the same of every site: 401, 403, 429, 5xx, redirects
     */
    public Answer send(Call call) throws ConnectorException {
        Duration wait = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            boolean isLast = attempt >= limits.tries();
            Answer answer;
            try {
                answer = exchange(call);
            } catch (ConnectorException e) {
                boolean canHelp = call.isRead() && e.kind() == Kind.UNREACHABLE;
                if (isLast || !canHelp) {
                    throw e;
                }
                rest(wait);
                wait = wait.multipliedBy(2);
                continue;
            }
            Optional<Duration> asked = askedToWait(answer, call);
            if (asked.isEmpty()) {
                return judged(answer);
            }
            Duration next = asked.get().compareTo(wait) > 0 ? asked.get() : wait;
            if (isLast || next.compareTo(limits.longestWait()) > 0) {
                throw new ConnectorException(
                        Kind.BUSY,
                        "The site asked to wait (" + answer.status() + ").",
                        "Try again later, or let the site take more requests.");
            }
            rest(next);
            wait = wait.multipliedBy(2);
        }
    }

    /** Empty where asking again would be no use, or might do something twice. */
    private Optional<Duration> askedToWait(Answer answer, Call call) {
        Optional<Duration> field =
                answer.header("Retry-After").flatMap(f -> RetryAfter.parse(f, clock.instant()));
        return switch (answer.status()) {
            case 429 -> Optional.of(field.orElse(Duration.ZERO));
            case 503 ->
                    field.isPresent() || call.isRead()
                            ? Optional.of(field.orElse(Duration.ZERO))
                            : Optional.empty();
            case 502, 504 -> call.isRead() ? Optional.of(Duration.ZERO) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private void rest(Duration time) throws ConnectorException {
        try {
            pause.take(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectorException(
                    Kind.UNREACHABLE, "The server is stopping.", "Try again.", e);
        }
    }

    private static Answer judged(Answer answer) throws ConnectorException {
        int status = answer.status();
        if (status / 100 == 3) {
            throw new ConnectorException(
                    Kind.UNEXPECTED_ANSWER,
                    "The site redirects elsewhere (" + status + ").",
                    "Configure the address that it redirects to; redirects are not followed.");
        }
        if (status == 401) {
            throw new ConnectorException(
                    Kind.UNAUTHORISED,
                    "The site does not accept the credentials.",
                    "Make a new password for this purpose and configure it.");
        }
        if (status / 100 == 5) {
            throw new ConnectorException(
                    Kind.UNEXPECTED_ANSWER,
                    "The site failed (" + status + ").",
                    "Look into the site's own log.");
        }
        return answer;
    }

    private Answer exchange(Call call) throws ConnectorException {
        HttpUriRequestBase request =
                new HttpUriRequestBase(call.method(), URI.create(site + call.path()));
        call.headers().forEach(request::setHeader);
        authorization.ifPresent(field -> request.setHeader("Authorization", field));
        request.setHeader("Accept", "application/json");
        if (call.body().length > 0) {
            request.setEntity(
                    new ByteArrayEntity(
                            call.body(), ContentType.parse(call.headers().get("Content-Type"))));
        }
        long end = System.nanoTime() + limits.total().toNanos();
        try {
            return client.execute(request, response -> read(response, end));
        } catch (AddressRule.NotAllowedException e) {
            throw new ConnectorException(
                    Kind.NOT_ALLOWED,
                    "The site's address is not allowed: " + e.getMessage() + ".",
                    "If the site is in your own network, say so in the target's configuration.",
                    e);
        } catch (TooLongException e) {
            throw new ConnectorException(
                    Kind.UNEXPECTED_ANSWER,
                    "The site's answer is too long, or takes too long.",
                    "Look whether this is the right site.",
                    e);
        } catch (SSLException e) {
            throw new ConnectorException(
                    Kind.NOT_ALLOWED,
                    "The site's certificate cannot be trusted.",
                    "Give the site a valid certificate for its name.",
                    e);
        } catch (IOException e) {
            throw new ConnectorException(
                    Kind.UNREACHABLE,
                    "The site cannot be reached, or did not answer in time.",
                    "Look whether it is up and can be reached from this server.",
                    e);
        }
    }

    private Answer read(ClassicHttpResponse response, long end) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.put(header.getName(), header.getValue());
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        HttpEntity entity = response.getEntity();
        if (entity != null) {
            // Not closed here: closing would read the rest, however long it is. The response is.
            copy(entity.getContent(), body, end);
        }
        return new Answer(response.getCode(), headers, body.toByteArray());
    }

    private void copy(InputStream in, ByteArrayOutputStream out, long end) throws IOException {
        byte[] piece = new byte[16 * 1024];
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
            out.write(piece, 0, n);
            if (out.size() > limits.answerBytes() || System.nanoTime() - end > 0) {
                throw new TooLongException();
            }
        }
    }

    /** The answer has more bytes than it may, or takes longer. */
    private static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
