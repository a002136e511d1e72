package org.contentpack.cms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A site that asks by itself, against a server that notes what it was asked. */
final class CompanionPluginPullCms {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "token-of-harbour-clinic-0123456789";
    private static final String ASKED = "do_action( 'contentpack_pull' );";
    private static WordPressSite site;

    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "";
    private String post;

    @BeforeAll
    static void open() throws Exception {
        site = WordPressSite.open();
    }

    @AfterAll
    static void close() throws Exception {
        List<String> complaints = site.complaints();
        site.close();
        assertThat(complaints).isEqualTo(List.of());
    }

    @BeforeEach
    void begin() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    String body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    requests.add(
                            exchange.getRequestMethod()
                                    + " "
                                    + exchange.getRequestURI()
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("Authorization")
                                    + " "
                                    + body);
                    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
        post =
                site.php(
                        """
                        $id = wp_insert_post( wp_slash( array( 'post_title' => 'Basil & "mint"', 'post_name' => 'basil',
                          'post_excerpt' => 'Sow it.', 'post_content' => '<p>It\\\\likes – sun.</p>', 'tags_input' => array( 'Herb garden' ) ) ) );
                        foreach ( array( 'pack' => 'growing-basil', 'article' => 'growing-basil', 'language' => 'en', 'version' => '1.0.0' ) as $name => $value ) {
                          update_post_meta( $id, 'contentpack_' . $name, $value );
                        }
                        update_option( 'contentpack_server', 'http://127.0.0.1:%d' );
                        update_option( 'contentpack_token', '%s' );
                        update_option( 'contentpack_pull', '1' );
                        echo $id;
                        """
                                .formatted(server.getAddress().getPort(), TOKEN));
    }

    @AfterEach
    void end() throws Exception {
        server.stop(0);
        site.php("wp_delete_post( " + post + ", true );");
    }

    @Test
    void theSiteSendsWhatItHasAndKeepsTheAnswerForItsEditors() throws Exception {
        answer =
                """
                {"to":"1.1.0","items":[{"article":"growing-basil","language":"en","action":"conflict","steps":[
                  {"place":"section:watering","outcome":"conflict"},{"place":"section:sowing","outcome":"taken"},
                  {"place":"field:title","outcome":"kept"},{"place":"section:pests","outcome":"same"},
                  {"place":"section:contentpack-about","outcome":"taken"},
                  {"place":7,"outcome":{}}],
                  "result":{"title":"Basil","body":"…"}}]}
                """;
        site.php(ASKED);
        String request = requests.remove();
        assertThat(request)
                .startsWith("POST /api/packs/growing-basil/merges Bearer " + TOKEN + " {");
        assertThat(JSON.readTree(request.substring(request.indexOf('{'))))
                .isEqualTo(
                        JSON.valueToTree(
                                Map.of(
                                        "kind", "wordpress",
                                        "base", "1.0.0",
                                        "to", "latest",
                                        "items",
                                                List.of(
                                                        Map.of(
                                                                "article", "growing-basil",
                                                                "language", "en",
                                                                "title", "Basil & \"mint\"",
                                                                "summary", "Sow it.",
                                                                "slug", "basil",
                                                                "tags", List.of("herb-garden"),
                                                                "body",
                                                                        "<p>It\\likes – sun.</p>")))));
        assertThat(news())
                .isEqualTo(
                        """
                        Version 1.1.0 is out. 1 place needs your decision.
                        Section "watering": changed here and in the new version; somebody has to decide.
                        Section "sowing": the new text would come in.
                        Field "title": your change would stay.
                        Sources and origin: the new text would come in.""");
        site.php("update_post_meta( " + post + ", 'contentpack_version', '1.1.0' );");
        assertThat(news()).isEmpty();
    }

    @Test
    void whatThePostSaysOfItsReviewGoesWithIt() throws Exception {
        site.php(
                "update_post_meta( %1$s, 'contentpack_review', 'overdue' ); update_post_meta( %1$s, 'contentpack_notice', 'superseded: old' );"
                        .formatted(post));
        site.php(ASKED);
        String request = requests.remove();
        assertThat(
                        JSON.readTree(request.substring(request.indexOf('{')))
                                .findValuesAsText("review"))
                .containsExactly("overdue");
        assertThat(
                        JSON.readTree(request.substring(request.indexOf('{')))
                                .findValuesAsText("notice"))
                .containsExactly("superseded: old");
    }

    @Test
    void copiesAndLongTextsGoIntoRequestsOfTheirOwn() throws Exception {
        String more =
                site.php(
                        """
                        foreach ( array( 'growing-basil', 'mint', 'sage' ) as $article ) {
                          $id = wp_insert_post( array( 'post_title' => $article, 'post_content' => 'mint' === $article ? str_repeat( 'x', 1048570 ) : '<p>Some words.</p>' ) );
                          foreach ( array( 'pack' => 'growing-basil', 'article' => $article, 'language' => 'en', 'version' => '1.0.0' ) as $name => $value ) {
                            update_post_meta( $id, 'contentpack_' . $name, $value );
                          }
                          echo $id, ' ';
                        }
                        """);
        answer = "{\"to\":\"1.1.0\",\"items\":[]}";
        site.php(ASKED);
        List<List<String>> asked = new ArrayList<>();
        for (String request : requests) {
            asked.add(
                    JSON.readTree(request.substring(request.indexOf('{')))
                            .get("items")
                            .findValuesAsText("article"));
        }
        for (String id : more.strip().split(" ")) {
            site.php("wp_delete_post( " + id + ", true );");
        }
        assertThat(asked)
                .containsExactly(
                        List.of("growing-basil", "sage"),
                        List.of("growing-basil"),
                        List.of("mint"));
    }

    @Test
    void anAnswerChangesNoText() throws Exception {
        String before = site.php("echo wp_json_encode( get_post( " + post + " ) );");
        answer =
                "{\"to\":\"1.1.0\",\"items\":[{\"article\":\"growing-basil\",\"language\":\"en\",\"action\":\"update\",\"result\":{\"title\":\"Other\"}}]}";
        site.php(ASKED);
        assertThat(site.php("echo wp_json_encode( get_post( " + post + " ) );")).isEqualTo(before);
    }

    @Test
    void aTokenThatIsNotAcceptedIsTold() throws Exception {
        status = 401;
        answer = "{\"title\":\"Credentials are missing or not accepted\"}";
        site.php(ASKED);
        assertThat(error())
                .isEqualTo(
                        "The server does not accept the token of this site. Ask whoever runs the"
                                + " server for a new one.");
    }

    @Test
    void theTokenDoesNotFollowARedirect() throws Exception {
        status = 307;
        site.php(ASKED);
        assertThat(requests).hasSize(1);
        assertThat(error())
                .isEqualTo(
                        "The server sends on to another address. Enter the address where it really"
                                + " is.");
    }

    @Test
    void anAnswerThatIsNoneIsTold() throws Exception {
        answer = "<html>Welcome to the hotel's network</html>";
        site.php(ASKED);
        assertThat(error()).isEqualTo("The server answered 200. ");
        server.stop(0);
        site.php(ASKED);
        assertThat(error()).startsWith("The server could not be reached: ");
    }

    @Test
    void theQuestionIsInTheCalendarOnlyWhileItIsWanted() throws Exception {
        String scheduled =
                "ContentPack\\Pull::schedule(); echo wp_next_scheduled( 'contentpack_pull' ) ? 'yes' : 'no';";
        assertThat(site.php(scheduled)).isEqualTo("yes");
        assertThat(site.php("update_option( 'contentpack_pull', '' );" + scheduled))
                .isEqualTo("no");
    }

    @Test
    void uninstallingTakesTheSettingsAndLeavesTheTexts() throws Exception {
        answer =
                "{\"to\":\"1.1.0\",\"items\":[{\"article\":\"growing-basil\",\"language\":\"en\",\"action\":\"update\"}]}";
        site.php(ASKED);
        assertThat(
                        site.php(
                                """
                                define( 'WP_UNINSTALL_PLUGIN', 'contentpack/contentpack.php' );
                                include WP_PLUGIN_DIR . '/contentpack/uninstall.php';
                                global $wpdb;
                                echo $wpdb->get_var( "SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE 'contentpack%%'" ), ' ';
                                echo get_post_meta( %1$s, '_contentpack_news', true ), get_post( %1$s )->post_title, ' ';
                                echo get_post_meta( %1$s, 'contentpack_version', true );
                                """
                                        .formatted(post)))
                .isEqualTo("0 Basil & \"mint\" 1.0.0");
    }

    private String news() throws Exception {
        return site.php("echo implode( \"\\n\", ContentPack\\News::of( " + post + " ) );");
    }

    private static String error() throws Exception {
        return site.php("echo get_option( 'contentpack_last_pull' )['error'];");
    }
}
