package org.contentpack.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Answers a client that keeps failing that it should wait. A credential that is right is accepted
 * all the same: tokens cannot be found by trying, and nobody should be locked out by a neighbour
 * behind the same address.
 *
 * <p>Clients are told apart by address, those of IPv6 by their first 64 bits, and so many at most
 * that they need little memory. Safe for use by several threads.
 */
public final class FailureLimit implements Authenticator {

    /** Failures of one client in one {@link #WINDOW} after which it has to wait. */
    public static final int FAILURES = 20;

    /** The time in which failures are counted. */
    public static final Duration WINDOW = Duration.ofMinutes(1);

    private static final long MAX_CLIENTS = 10_000;

    private final Authenticator inner;
    private final InstantSource clock;
    private final Cache<String, Failures> failures =
            Caffeine.newBuilder().maximumSize(MAX_CLIENTS).executor(Runnable::run).build();

    private record Failures(Instant since, int count) {}

    public FailureLimit(Authenticator inner, InstantSource clock) {
        this.inner = inner;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Optional<String> authorization, String client) {
        Authentication result = inner.authenticate(authorization, client);
        if (!(result instanceof Authentication.Rejected)) {
            return result;
        }
        Instant now = clock.instant();
        Failures counted =
                failures.asMap()
                        .compute(
                                network(client),
                                (key, before) ->
                                        before == null || !now.isBefore(before.since.plus(WINDOW))
                                                ? new Failures(now, 1)
                                                : new Failures(before.since, before.count + 1));
        return counted.count <= FAILURES
                ? result
                : new Authentication.TooManyFailures(
                        Duration.between(now, counted.since.plus(WINDOW)));
    }

    private static String network(String client) {
        if (client.indexOf(':') < 0) {
            return client;
        }
        try {
            byte[] address = InetAddress.getByName(client).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(address, Math.min(8, address.length)));
        } catch (UnknownHostException e) {
            return client;
        }
    }
}
