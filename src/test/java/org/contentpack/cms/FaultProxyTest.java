package org.contentpack.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.contentpack.cms.FaultProxy.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The proxy does to requests what it says. */
class FaultProxyTest {

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private HttpServer cms;
    private FaultProxy proxy;

    /** Short only where silence is waited for. */
    private Duration patience = Duration.ofSeconds(30);

    @BeforeEach
    void open() throws IOException {
        cms = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        cms.createContext(
                "/",
                exchange -> {
                    String body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    heard.add(
                            exchange.getRequestMethod()
                                    + " "
                                    + exchange.getRequestURI()
                                    + " "
                                    + body
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("X-Said"));
                    byte[] answer = "made".getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("X-Pages", "3");
                    exchange.sendResponseHeaders(201, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        cms.start();
        proxy = FaultProxy.before(URI.create("http://127.0.0.1:" + cms.getAddress().getPort()));
    }

    @AfterEach
    void close() {
        proxy.close();
        cms.stop(0);
    }

    private HttpResponse<String> send(String method, String target, String body)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(proxy.url() + target))
                                .timeout(patience)
                                .header("X-Said", "yes")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void everythingPassesAndIsCounted() throws Exception {
        HttpResponse<String> answer = send("POST", "/?rest_route=%2Fposts%2F12&a=%20b", "text");
        send("GET", "/posts/12?x=y", "");
        send("GET", "/posts/13", "");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("made");
        assertThat(answer.headers().firstValue("X-Pages")).contains("3");
        assertThat(heard)
                .containsExactly(
                        "POST /?rest_route=%2Fposts%2F12&a=%20b text yes",
                        "GET /posts/12?x=y  yes", "GET /posts/13  yes");
        assertThat(proxy.counts()).isEqualTo(Map.of("POST /posts/…", 1, "GET /posts/…", 2));
        assertThat(proxy.reads()).isEqualTo(2);
        assertThat(proxy.writes()).isEqualTo(1);
        proxy.forget();
        assertThat(proxy.counts()).isEqualTo(Map.of());
    }

    @Test
    void aRuleMeansOneRequestAndTheOthersPass() throws Exception {
        proxy.rule(
                request ->
                        !request.isRead() && request.sameKind() == 2
                                ? Fault.SERVER_ERROR
                                : Fault.NONE);

        assertThat(send("POST", "/a", "1").statusCode()).isEqualTo(201);
        assertThat(send("GET", "/a", "").statusCode()).isEqualTo(201);
        assertThat(send("POST", "/a", "2").statusCode()).isEqualTo(500);
        assertThat(send("POST", "/a", "3").statusCode()).isEqualTo(201);
        assertThat(heard).containsExactly("POST /a 1 yes", "GET /a  yes", "POST /a 3 yes");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void theCmsHearsOnlyWhatItIsToDo(Fault fault) throws Exception {
        proxy.rule(request -> fault);
        if (fault == Fault.SILENCE || fault == Fault.SILENCE_AFTERWARDS) {
            patience = Duration.ofSeconds(1);
        }

        String came;
        try {
            HttpResponse<String> answer = send("POST", "/a", "1");
            came =
                    answer.statusCode()
                            + answer.headers()
                                    .firstValue("Retry-After")
                                    .map(r -> " " + r)
                                    .orElse("");
        } catch (IOException e) {
            came = e instanceof java.net.http.HttpTimeoutException ? "silence" : "cut";
        }
        proxy.awaitIdle();

        assertThat(came)
                .isEqualTo(
                        switch (fault) {
                            case NONE -> "201";
                            case SERVER_ERROR, SERVER_ERROR_AFTERWARDS -> "500";
                            case BUSY -> "429 7";
                            case BUSY_FOR_LONG -> "429 3600";
                            case SILENCE, SILENCE_AFTERWARDS -> "silence";
                            case CUT, CUT_AFTERWARDS -> "cut";
                            case HTML -> "200";
                            case EXPIRED -> "401";
                        });
        assertThat(heard).hasSize(fault == Fault.NONE || fault.isAfterwards() ? 1 : 0);
    }

    @Test
    void aCmsThatIsAwayIsHeardAsABrokenConnection() {
        cms.stop(0);

        assertThatThrownBy(() -> send("POST", "/a", "1")).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsWatchedHappensAroundTheCms() throws Exception {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        proxy.watch(
                request -> seen.add("before " + request.number() + ", heard " + heard.size()),
                request -> seen.add("after " + request.number() + ", heard " + heard.size()));

        send("POST", "/a", "1");
        proxy.heal();
        send("POST", "/a", "2");

        assertThat(seen).containsExactly("before 1, heard 0", "after 1, heard 1");
    }
}
