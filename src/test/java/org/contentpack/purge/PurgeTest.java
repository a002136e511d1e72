package org.contentpack.purge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.contentpack.pack.PackId;
import org.contentpack.registry.Actor;
import org.contentpack.registry.PublishResult;
import org.contentpack.registry.Registry;
import org.contentpack.registry.Submission;
import org.contentpack.registry.TestPack;
import org.contentpack.registry.TestRegistry;
import org.contentpack.registry.Withdrawal;
import org.contentpack.storage.InMemoryReleaseStore;
import org.contentpack.sync.http.SiteHttp;
import org.contentpack.sync.http.SiteLimits;
import org.contentpack.version.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cache in front is told, by a server that stands for it. */
class PurgeTest {

    private static final KeyPlace FIELD = new KeyPlace.Field("Surrogate-Key");
    private static final Version ONE = new Version("1.0.0");

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Registry registry = TestRegistry.over(new InMemoryReleaseStore());
    private Instant now = Instant.parse("2026-11-30T12:00:00Z");
    private volatile int status = 200;
    private HttpServer server;

    @TempDir Path folder;

    @BeforeEach
    void startTheCache() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stopTheCache() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (status == 200) {
            told.add(
                    exchange.getRequestMethod()
                            + " "
                            + exchange.getRequestURI()
                            + " "
                            + Optional.ofNullable(
                                            exchange.getRequestHeaders().getFirst("Surrogate-Key"))
                                    .orElse("-")
                            + " "
                            + Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Secret"))
                                    .orElse("-")
                            + " "
                            + body);
        }
        if (status / 100 == 3) {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private Purge purge(String path, String method, KeyPlace keys) {
        SiteHttp http =
                new SiteHttp(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path),
                        false,
                        SiteLimits.DEFAULT,
                        time -> {},
                        InstantSource.system());
        return new Purge(
                new CacheInFront(
                        new CacheName("edge"), method, keys, Map.of("X-Secret", "s3cret"), http),
                registry,
                folder,
                () -> now);
    }

    private Purge purge() {
        return purge("/purge", "POST", FIELD);
    }

    private void publish(String pack, String version) throws IOException {
        TestPack files = new TestPack(pack, version).article("knots", "en", "Knots", "", version);
        assertThat(registry.publish(new Submission(files.files(), List.of(), Actor.BUILT_IN)))
                .isInstanceOf(PublishResult.Published.class);
    }

    private void withdraw(String pack) throws IOException {
        registry.withdrawals()
                .withdraw(
                        new PackId(pack),
                        ONE,
                        Optional.empty(),
                        new Withdrawal(
                                Withdrawal.Kind.ERROR, Optional.of("Wrong."), Optional.empty()),
                        Actor.BUILT_IN);
    }

    private void reinstate(String pack) throws IOException {
        registry.withdrawals().reinstate(new PackId(pack), ONE, Optional.empty(), Actor.BUILT_IN);
    }

    private static String post(String keys) {
        return "POST /purge " + keys + " s3cret ";
    }

    /** Rounds until everything was told twice. */
    private void settle(Purge purge) {
        purge.round();
        purge.round();
        pass(Purge.AGAIN);
        purge.round();
        told.clear();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void aCacheOfWhichNothingIsKnownForgetsEveryPackTwice() throws IOException {
        publish("bends", "1.0.0");
        publish("knots", "1.0.0");
        String everything = post("packs pack/bends blobs/bends pack/knots blobs/knots");

        Purge purge = purge();
        purge.round();
        purge.round();
        assertThat(told).containsExactly(everything);

        pass(Purge.AGAIN);
        purge.round();
        purge.round();
        assertThat(told).containsExactly(everything, everything);
    }

    @Test
    void everyEventIsToldOnceAtOnceAndOnceLater() throws IOException {
        publish("bends", "1.0.0");
        publish("knots", "1.0.0");
        Purge purge = purge();
        settle(purge);

        withdraw("knots");
        purge.round();
        reinstate("knots");
        purge.round();
        publish("bends", "1.0.1");
        purge.round();
        purge.round();

        assertThat(told)
                .containsExactly(
                        post("packs pack/knots blobs/knots"),
                        post("packs pack/knots"),
                        post("packs pack/bends"));
        told.clear();
        pass(Purge.AGAIN);
        purge.round();
        pass(Purge.AGAIN);
        purge.round();
        pass(Purge.AGAIN);
        purge.round();
        assertThat(String.join("\n", told)).contains("pack/knots", "blobs/knots", "pack/bends");
        told.clear();
        pass(Purge.AGAIN);
        purge.round();
        assertThat(told).isEmpty();
    }

    @Test
    void nothingIsLostWhileTheCacheFailsOrByARestart() throws IOException {
        publish("knots", "1.0.0");
        Purge purge = purge();
        settle(purge);
        status = 500;

        withdraw("knots");
        purge.round();
        assertThat(purge.isFailing()).isTrue();
        status = 200;
        purge.round();
        assertThat(told).as("it is too early for another try").isEmpty();

        Purge restarted = purge();
        restarted.round();
        assertThat(told).containsExactly(post("packs pack/knots blobs/knots"));
        assertThat(restarted.isFailing()).isFalse();

        told.clear();
        Purge again = purge();
        again.round();
        assertThat(told).isEmpty();
        pass(Purge.AGAIN);
        again.round();
        assertThat(told).containsExactly(post("packs pack/knots blobs/knots"));
    }

    @Test
    void triesAreFurtherAndFurtherApart() throws IOException {
        publish("knots", "1.0.0");
        status = 500;
        Purge purge = purge();
        for (int seconds : List.of(1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300)) {
            purge.round();
            pass(Duration.ofSeconds(seconds));
        }
        purge.round();
        status = 200;
        pass(Duration.ofSeconds(299));
        purge.round();
        assertThat(told).isEmpty();
        pass(Duration.ofSeconds(1));
        purge.round();
        assertThat(told).containsExactly(post("packs pack/knots blobs/knots"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308, 401, 403, 404, 409})
    void anyOtherAnswerThanSuccessIsAFailureAndNoRedirectIsFollowed(int answer) throws IOException {
        publish("knots", "1.0.0");
        status = answer;
        Purge purge = purge();

        purge.round();

        assertThat(purge.isFailing()).isTrue();
        assertThat(Files.exists(folder.resolve("edge.told"))).isFalse();
    }

    @Test
    void aStoreThatWasPutBackMakesItForgetEverything() throws IOException {
        publish("knots", "1.0.0");
        Purge purge = purge();
        settle(purge);
        Files.writeString(folder.resolve("edge.told"), "99 99\n");

        purge.round();

        assertThat(told).containsExactly(post("packs pack/knots blobs/knots"));
    }

    @Test
    void keysStandWhereTheCacheLooksForThem() throws IOException {
        publish("knots", "1.0.0");

        purge("", "PURGE", new KeyPlace.Field("Surrogate-Key")).round();
        Files.delete(folder.resolve("edge.told"));
        purge("/zones/z/purge_cache", "POST", new KeyPlace.Member("tags")).round();

        assertThat(told)
                .containsExactly(
                        "PURGE / packs pack/knots blobs/knots s3cret ",
                        "POST /zones/z/purge_cache - s3cret"
                                + " {\"tags\":[\"packs\",\"pack/knots\",\"blobs/knots\"]}");
    }

    @Test
    void manyKeysAreManyRequests() throws IOException {
        List<String> packs = IntStream.range(10, 45).mapToObj(i -> "knots-a" + i).toList();
        for (String pack : packs) {
            publish(pack, "1.0.0");
        }

        purge().round();

        assertThat(told).hasSize(3);
        assertThat(told).allSatisfy(each -> assertThat(each.split(" ")).hasSizeLessThan(35));
        assertThat(String.join(" ", told)).contains(packs.stream().map(p -> "pack/" + p).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Surrogate-Key", "header:", "header:a b", "json:a.b", "form:keys"})
    void whatNamesNoPlaceIsNotRead(String text) {
        assertThat(KeyPlace.parse(text)).isEmpty();
    }

    @Test
    void aPlaceIsNamedInOneWord() {
        assertThat(KeyPlace.parse("header:xkey-purge")).contains(new KeyPlace.Field("xkey-purge"));
        assertThat(KeyPlace.parse("json:surrogate_keys"))
                .contains(new KeyPlace.Member("surrogate_keys"));
    }
}
