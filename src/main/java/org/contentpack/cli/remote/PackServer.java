package org.contentpack.cli.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import javax.net.ssl.SSLException;

/**
 * One server that is asked with a token.
 *
 * <p>A connection, and then every silence, may last as long as is set; while bytes move it waits. A
 * redirect is followed within the server alone, so that the token goes nowhere else. For one
 * thread.
 */
public final class PackServer {

    /** Longest answer in bytes. */
    static final int MAX_ANSWER = 64 << 20;

    private static final int MAX_REDIRECTS = 3;

    private final ServerUrl url;
    private final String token;
    private final Duration silence;
    private final HttpClient client;

    /**
     * @param silence how long the server may keep still
     */
    public PackServer(ServerUrl url, String token, Duration silence) {
        this.url = url;
        this.token = token;
        this.silence = silence;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(
                                Optional.ofNullable(ProxySelector.getDefault())
                                        .orElse(HttpClient.Builder.NO_PROXY))
                        .connectTimeout(silence)
                        .build();
    }

    /**
     * Asks, and waits for the whole answer, whatever its status.
     *
     * @throws ServerFailure where there is none
     */
    public ServerAnswer send(ServerRequest request) throws IOException {
        return send(request, bytes -> {});
    }

    /**
     * The same with somebody who watches.
     *
     * @param sent gets how many bytes of the body went so far, on another thread
     */
    public ServerAnswer send(ServerRequest request, LongConsumer sent) throws IOException {
        URI at = url.resolve(request.path());
        for (int i = 0; i <= MAX_REDIRECTS; i++) {
            ServerAnswer answer = again(request, at, sent);
            if (!isRedirect(request, answer.status())) {
                return answer;
            }
            at = next(at, answer);
        }
        throw new ServerFailure(url + ": it sends from one address to the next without an end");
    }

    private static boolean isRedirect(ServerRequest request, int status) {
        return status == 307
                || status == 308
                || ((status == 301 || status == 302) && request.method().equals("GET"));
    }

    private URI next(URI at, ServerAnswer answer) throws ServerFailure {
        String location =
                answer.header("Location")
                        .orElseThrow(
                                () -> new ServerFailure(url + ": it sends elsewhere, but nowhere"));
        URI next;
        try {
            next = at.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new ServerFailure(
                    url + ": it sends to what is no address: " + Plain.text(location), e);
        }
        if (!url.isOriginOf(next)) {
            throw new ServerFailure(
                    url
                            + ": it sends to another server, which does not get the token: "
                            + Plain.text(next.toString()));
        }
        return next;
    }

    /** Once more where the connection broke and the request is harmless twice. */
    private ServerAnswer again(ServerRequest request, URI at, LongConsumer sent)
            throws IOException {
        try {
            return once(request, at, sent);
        } catch (BrokenConnection e) {
            if (!request.isSafeTwice()) {
                throw e;
            }
            return once(request, at, sent);
        }
    }

    private ServerAnswer once(ServerRequest request, URI at, LongConsumer sent) throws IOException {
        Activity activity = new Activity();
        HttpRequest.Builder asked =
                HttpRequest.newBuilder(at)
                        .method(request.method(), new CountedBody(request.body(), activity, sent))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "application/json, application/problem+json")
                        .header("Accept-Language", "en");
        request.headers().forEach(asked::header);
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(asked.build(), info -> new BoundedBody(MAX_ANSWER, activity));
        HttpResponse<byte[]> got = await(answer, activity);
        return ServerAnswer.of(at, got.statusCode(), got.headers(), got.body());
    }

    private HttpResponse<byte[]> await(
            CompletableFuture<HttpResponse<byte[]>> answer, Activity activity) throws IOException {
        try {
            while (true) {
                long left = silence.toNanos() - activity.silentNanos();
                if (left <= 0) {
                    answer.cancel(true);
                    throw new ServerFailure(
                            url + ": it stopped answering: nothing came for " + seconds());
                }
                try {
                    return answer.get(left, TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    // Something may have moved meanwhile: the silence is measured anew.
                }
            }
        } catch (ExecutionException e) {
            throw told(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ServerFailure(url + ": interrupted while waiting", e);
        }
    }

    private ServerFailure told(Throwable failure) {
        if (failure instanceof ServerFailure already) {
            return already;
        }
        if (failure instanceof HttpConnectTimeoutException) {
            return new ServerFailure(url + ": no connection within " + seconds(), failure);
        }
        if (failure instanceof ConnectException) {
            return new ServerFailure(
                    url
                            + (isUnresolved(failure)
                                    ? ": there is no such host"
                                    : ": it refuses the connection"),
                    failure);
        }
        if (failure instanceof SSLException) {
            return new ServerFailure(
                    url + ": no safe connection: " + Plain.text(said(failure)), failure);
        }
        return new BrokenConnection(
                url + ": the connection broke: " + Plain.text(said(failure)), failure);
    }

    private static boolean isUnresolved(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    private static String said(Throwable failure) {
        return failure.getMessage() == null
                ? failure.getClass().getSimpleName()
                : failure.getMessage();
    }

    private String seconds() {
        return silence.toMillis() % 1000 == 0
                ? silence.toSeconds() + " s"
                : silence.toMillis() + " ms";
    }
}
