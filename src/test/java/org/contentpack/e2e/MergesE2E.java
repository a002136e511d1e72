package org.contentpack.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Site.json;
import static org.contentpack.e2e.Site.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;

/** A CMS that sends its own state, over HTTP. */
class MergesE2E {

    private static final String URL = "/api/packs/leg-cramps-at-night/merges";
    private static final String ARTICLE = "what-causes-leg-cramps-at-night";

    private static String request(String base, String to, boolean isComplete) {
        return String.format(
                java.util.Locale.ROOT,
                "{'kind': 'wordpress', 'base': '%s', 'to': '%s', 'complete': %s, 'items': []}",
                base,
                to,
                isComplete);
    }

    private static Answer merge(JsonNode request) {
        return Server.write("POST", URL, "application/json", request.toString().getBytes(UTF_8));
    }

    /** The English item as a new site would make it of a release. */
    private static ObjectNode made(String version) {
        JsonNode items = json(send("POST", URL, request(version, version, true))).get("items");
        for (JsonNode item : items) {
            if (item.get("language").asText().equals("en")) {
                ObjectNode sent = item.get("result").deepCopy();
                sent.set("article", item.get("article"));
                sent.set("language", item.get("language"));
                sent.set("review", item.get("marks").get("review"));
                return sent;
            }
        }
        throw new AssertionError(items);
    }

    private static List<String> steps(JsonNode item) {
        List<String> steps = new ArrayList<>();
        item.get("steps")
                .forEach(s -> steps.add(s.get("place").asText() + " " + s.get("outcome").asText()));
        return steps;
    }

    @Test
    void aSiteSendsWhatItHasAndLearnsWhatToDo() {
        ObjectNode item = made("1.0.0");
        item.put(
                "body",
                item.get("body")
                        .asText()
                        .replace("too little fluid for its functions", "less than it needs")
                        .replace("Exercise.", "Exercise, for example in our Tuesday class."));
        ObjectNode request = new ObjectMapper().createObjectNode();
        request.put("kind", "wordpress").put("base", "1.0.0").put("to", "latest");
        request.putArray("items").add(item);

        Answer answer = merge(request);

        assertThat(answer.kind()).isEqualTo("200 application/json");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(Shapes.violations("merges", answer.body())).isEmpty();
        JsonNode only = json(answer).get("items").get(0);
        assertThat(json(answer).get("to").asText()).isEqualTo("1.1.0");
        assertThat(only.get("action").asText()).isEqualTo("conflict");
        assertThat(steps(only))
                .contains(
                        "section:dehydration conflict",
                        "section:pregnancy kept",
                        "section:during-a-cramp taken");
        assertThat(only.get("result").get("body").asText())
                .contains("less than it needs")
                .contains("our Tuesday class")
                .contains("contentpack-id-during-a-cramp");
        assertThat(merge(request).body()).isEqualTo(answer.body());
    }

    @Test
    void whatCannotBeReadOrFoundSaysSo() {
        assertThat(problem("{'kind': 'joomla', 'base': '1.0.0', 'to': 'latest', 'items': []}"))
                .isEqualTo("400 malformed-request");
        assertThat(problem("{'kind': 'wordpress', 'base': '9.9.9', 'to': 'latest', 'items': []}"))
                .isEqualTo("404 not-found");
        assertThat(problem("{'kind': 'wordpress', 'base': '1.0.0', 'to': '^9', 'items': []}"))
                .isEqualTo("404 not-found");
        assertThat(
                        problem(
                                "{'kind': 'wordpress', 'base': '1.0.0', 'to': '1.1.0', 'items':"
                                        + " [{'article': '"
                                        + ARTICLE
                                        + "', 'language': 'en'}]}"))
                .isEqualTo("400 malformed-request");
        String twice =
                "{'article': '" + ARTICLE + "', 'language': 'en', 'title': 'A', 'body': 'b'}";
        assertThat(
                        problem(
                                "{'kind': 'wordpress', 'base': '1.0.0', 'to': '1.1.0', 'items': ["
                                        + twice
                                        + ", "
                                        + twice
                                        + "]}"))
                .isEqualTo("400 malformed-request");
        assertThat(
                        json(send(
                                        "POST",
                                        "/api/packs/no-such-pack/merges",
                                        request("1.0.0", "latest", false)))
                                .get("type")
                                .asText())
                .endsWith(":not-found");
    }

    private static String problem(String body) {
        Answer answer = send("POST", URL, body);
        return answer.status() + " " + json(answer).get("type").asText().replaceAll(".*:", "");
    }

    @Test
    void itNeedsTheScopeSync() {
        assertThat(Server.send("POST", URL, "Content-Type", "application/json").status())
                .isEqualTo(401);
    }
}
