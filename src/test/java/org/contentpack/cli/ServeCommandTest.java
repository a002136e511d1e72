package org.contentpack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contentpack.export.PackView;
import org.contentpack.pack.ArticleHead;
import org.contentpack.render.ArticlePage;
import org.contentpack.render.PageContext;
import org.contentpack.render.ReleaseAddresses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The preview as browsers see it, and who else does not. */
class ServeCommandTest {

    private static final String ARTICLE = "/api/packs/tiny/versions/1.0.0/articles/growing-basil";
    private static final Pattern BANNER =
            Pattern.compile("\n<aside class=\"notice preview\".*?</aside>\n", Pattern.DOTALL);
    private static final Pattern STATE = Pattern.compile("data-state=\"(\\d+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    @TempDir private Path folder;
    private Path pack;
    private Path article;

    @BeforeEach
    void copyAPack() throws IOException {
        pack = TestPacks.tiny(folder.resolve("tiny"));
        article = pack.resolve("articles/growing-basil.md");
    }

    private static int port(RunningCommand command) throws InterruptedException {
        command.hears(" at http://127.0.0.1:");
        return Integer.parseInt(command.hears("/\n").replace("/\n", ""));
    }

    private HttpResponse<String> get(int port, String target)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target)).build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    /** Exactly these bytes; the answer's first line and its body. */
    private static List<String> raw(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            return List.of(
                    answer.lines().findFirst().orElse(""),
                    answer.substring(Math.max(0, answer.indexOf("\r\n\r\n"))).strip());
        }
    }

    private static String asked(String method, String target, String host) {
        return method + " " + target + " HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n";
    }

    @Test
    void anArticleIsTheServersPageWithABanner() throws Exception {
        PackView view = PackView.of(pack).at("");
        ArticleHead head = view.release().articles().get(0);
        String expected =
                new ArticlePage(
                                view.article(head),
                                view.status(head),
                                new PageContext(
                                        view.release(),
                                        new ReleaseAddresses("", view.release()),
                                        Optional.empty(),
                                        List.of()))
                        .html();
        try (RunningCommand command = RunningCommand.start("serve", pack, "--port", 0)) {
            int port = port(command);
            HttpResponse<String> page = get(port, ARTICLE + "?lang=en");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type"))
                    .contains("text/html;charset=utf-8");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none'; ");
            Matcher banner = BANNER.matcher(page.body());
            assertThat(banner.replaceFirst("")).isEqualTo(expected);
            assertThat(banner.reset().results().map(found -> found.group()))
                    .singleElement()
                    .asString()
                    .contains("<strong>Preview</strong> of <code>" + pack + "</code>")
                    .contains("<script src=\"/_preview/reload.js\"");

            assertThat(get(port, "/").body()).contains("href=\"" + ARTICLE + "?lang&#x3D;en\"");
            assertThat(get(port, "/api/packs/tiny/versions/1.0.0").body())
                    .isEqualTo(get(port, "/").body());
            assertThat(get(port, ARTICLE).body()).isEqualTo(page.body());
            assertThat(get(port, ARTICLE + "/sections/watering?lang=en").body())
                    .contains("<h1>Watering</h1>");
            HttpResponse<String> picture =
                    get(port, "/api/packs/tiny/versions/1.0.0/assets/leaf.svg");
            assertThat(picture.body())
                    .isEqualTo(Files.readString(pack.resolve("assets/leaf.svg"), UTF_8));
            assertThat(picture.headers().firstValue("Content-Type")).contains("image/svg+xml");
            assertThat(get(port, "/style.css").statusCode()).isEqualTo(200);
            assertThat(get(port, "/_preview/reload.js").body()).contains("new EventSource(");
            assertThat(get(port, "/nothing").statusCode()).isEqualTo(404);

            command.interrupt();
            assertThat(command.exit()).isZero();
        }
    }

    @Test
    void whatIsSavedReloadsThePage() throws Exception {
        try (RunningCommand command = RunningCommand.start("serve", pack, "--port", 0)) {
            int port = port(command);
            awaitChange(
                    port,
                    () -> TestPacks.replace(article, "light and warmth.", "light and water."));
            assertThat(get(port, ARTICLE).body()).contains("light and water.");

            awaitChange(port, () -> TestPacks.replace(article, "title: Growing", "titel: Growing"));
            assertThat(get(port, ARTICLE).body())
                    .contains("This pack cannot be shown yet")
                    .contains(
                            "<strong>error</strong> <code>ART-021</code>"
                                    + " <code>articles/growing-basil.md:4:1</code>:"
                                    + " Key &quot;titel&quot; is not known here.")
                    .doesNotContain("light and water.");

            awaitChange(port, () -> TestPacks.replace(article, "titel: Growing", "title: Growing"));
            assertThat(get(port, ARTICLE).body()).contains("light and water.");

            Files.move(pack, folder.resolve("elsewhere"));
            assertThat(command.exit()).isEqualTo(3);
            assertThat(command.all())
                    .endsWith("\nserve: " + pack + ": it is gone, so the watch has ended\n");
        }
    }

    private interface Saving {
        void save() throws IOException;
    }

    /** As the script of a page waits. */
    private void awaitChange(int port, Saving saving) throws Exception {
        Matcher state = STATE.matcher(get(port, "/").body());
        assertThat(state.find()).isTrue();
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            socket.setSoTimeout(120_000);
            socket.getOutputStream()
                    .write(
                            asked(
                                            "GET",
                                            "/_preview/events?state=" + state.group(1),
                                            "Host: localhost:" + port + "\r\n")
                                    .getBytes(UTF_8));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            String line = lines.readLine();
            while (!line.equals(": waiting")) {
                line = lines.readLine();
            }
            saving.save();
            while (!line.equals("event: changed")) {
                line = lines.readLine();
            }
        }
    }

    @Test
    void othersGetNothing() throws Exception {
        try (RunningCommand command = RunningCommand.start("serve", pack, "--port", 0)) {
            int port = port(command);
            String host = "Host: localhost:" + port + "\r\n";
            for (String other :
                    List.of(
                            "Host: evil.example\r\n",
                            "Host: evil.example:" + port + "\r\n",
                            "Host: localhost\r\n",
                            "Host: localhost.evil.example:" + port + "\r\n",
                            "Host: 127.0.0.1:1\r\n",
                            host + "Host: evil.example\r\n",
                            "")) {
                for (String target : List.of("/", ARTICLE, "/_preview/events?state=1")) {
                    List<String> answer = raw(port, asked("GET", target, other));
                    assertThat(answer.get(0)).as(other).containsAnyOf(" 403 ", " 400 ");
                    assertThat(answer.get(1)).doesNotContain("asil");
                }
            }
            assertThat(raw(port, asked("GET", ARTICLE, host)).get(0)).contains(" 200 ");
            assertThat(raw(port, asked("POST", ARTICLE, host)).get(0)).contains(" 405 ");
            String release = "/api/packs/tiny/versions/1.0.0/";
            Files.writeString(folder.resolve("secret.txt"), "a secret", UTF_8);
            for (String target :
                    List.of(
                            "/../secret.txt",
                            "/%2e%2e/secret.txt",
                            release + "assets/../../secret.txt",
                            release + "assets/%2e%2e%2f%2e%2e%2fsecret.txt",
                            release + "assets/..%5c..%5csecret.txt",
                            release + "assets//leaf.svg",
                            release + "pack.yaml",
                            "/pack.yaml",
                            "//" + folder.resolve("secret.txt"))) {
                List<String> answer = raw(port, asked("GET", target, host));
                assertThat(answer.get(0)).as(target).contains(" 404 ");
                assertThat(answer.get(1)).doesNotContain("secret\n", "owners", "<svg");
            }
        }
    }

    @Test
    void whatCannotBeShownIsOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(Called.run("serve", pack, "--port", taken.getLocalPort()))
                    .isEqualTo(
                            new Called(
                                    3,
                                    "",
                                    "serve: port "
                                            + taken.getLocalPort()
                                            + " is taken or not allowed; choose another with"
                                            + " --port\n"));
        }
        assertThat(Called.run("serve", article))
                .isEqualTo(
                        new Called(3, "", "serve: " + article + ": only a folder can be shown\n"));
        assertThat(Called.run("serve", folder.resolve("no")).err())
                .isEqualTo(
                        "serve: " + folder.resolve("no") + ": there is no such folder or file\n");
        assertThat(Called.run("serve", pack, "--port", 70_000).exit()).isEqualTo(2);
    }
}
