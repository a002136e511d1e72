package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.PACK;
import static org.contentpack.e2e.Server.get;
import static org.contentpack.e2e.Server.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;

/** The releases of a pack for feed readers. */
class FeedsE2E {

    private static JsonNode json(Answer answer) throws Exception {
        return new JsonMapper().readTree(answer.bytes());
    }

    private static SyndFeed atom(String pack) throws Exception {
        Answer answer = get(pack + "/versions.atom");
        assertThat(answer.kind()).isEqualTo("200 application/atom+xml");
        return new SyndFeedInput().build(new StringReader(answer.body()));
    }

    @Test
    void bothFeedsListTheReleasesNewestFirst() throws Exception {
        SyndFeed atom = atom(PACK);
        Answer answer = get(PACK + "/versions.jsonfeed");
        JsonNode feed = json(answer);

        assertThat(answer.kind()).isEqualTo("200 application/feed+json");
        assertThat(atom.getUri()).isEqualTo("urn:contentpack:pack:leg-cramps-at-night");
        assertThat(atom.getTitle()).isEqualTo(feed.path("title").asText());
        assertThat(atom.getEntries())
                .extracting(e -> e.getUri(), e -> e.getLink())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "urn:contentpack:release:leg-cramps-at-night:1.1.0",
                                PACK + "/versions/1.1.0"),
                        org.assertj.core.groups.Tuple.tuple(
                                "urn:contentpack:release:leg-cramps-at-night:1.0.0",
                                PACK + "/versions/1.0.0"));
        assertThat(feed.path("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("feed_url").asText()).isEqualTo(PACK + "/versions.jsonfeed");
        assertThat(feed.path("items").findValuesAsText("url"))
                .containsExactly(PACK + "/versions/1.1.0", PACK + "/versions/1.0.0");
        assertThat(feed.path("items").get(0).path("content_text").asText())
                .contains("what-causes-leg-cramps-at-night: ");
    }

    @Test
    void aFeedIsChosenByTheListsOwnAddressToo() {
        for (String[] feed :
                new String[][] {
                    {"application/atom+xml", ".atom"}, {"application/feed+json", ".jsonfeed"}
                }) {
            Answer chosen = get(PACK + "/versions", "Accept", feed[0]);
            Answer named = get(PACK + "/versions" + feed[1], "Accept", "image/png");

            assertThat(chosen.kind()).isEqualTo("200 " + feed[0]);
            assertThat(chosen.bytes()).isEqualTo(named.bytes());
            assertThat(chosen.header("Content-Location")).contains(PACK + "/versions" + feed[1]);
            assertThat(chosen.header("ETag")).isEqualTo(named.header("ETag"));
        }
    }

    @Test
    void whatMayNotBeReadAnyMoreLeavesATombstone() throws Exception {
        String pack = "/api/packs/feeds-withdrawn";
        for (String version : new String[] {"1.0.0", "1.0.1", "1.0.2"}) {
            assertThat(
                            write(
                                            "POST",
                                            "/api/packs",
                                            "application/zip",
                                            PackZip.of("feeds-withdrawn", version).bytes())
                                    .status())
                    .isEqualTo(201);
        }
        withdraw(pack + "/versions/1.0.0", "{\"kind\": \"error\", \"note\": \"Wrong <knot>.\"}");
        withdraw(pack + "/versions/1.0.1", "{\"kind\": \"superseded\"}");
        String text = get(pack + "/versions.atom").body();
        JsonNode feed = json(get(pack + "/versions.jsonfeed"));

        assertThat(atom(pack).getEntries())
                .extracting(e -> e.getTitle())
                .containsExactly("Knots, 1.0.2", "Knots, 1.0.1 (superseded)");
        assertThat(text)
                .contains("ref=\"urn:contentpack:release:feeds-withdrawn:1.0.0\"")
                .contains("error: Wrong &lt;knot&gt;.");
        assertThat(feed.path("_contentpack").path("tombstones").findValuesAsText("id"))
                .containsExactly("urn:contentpack:release:feeds-withdrawn:1.0.0");
        assertThat(feed.path("items").findValuesAsText("title"))
                .containsExactly("Knots, 1.0.2", "Knots, 1.0.1 (superseded)");
    }

    private static void withdraw(String release, String json) {
        assertThat(
                        write(
                                        "PUT",
                                        release + "/withdrawal",
                                        "application/json",
                                        json.getBytes(StandardCharsets.UTF_8))
                                .status())
                .isLessThan(300);
    }

    @Test
    void aPackThatIsNotThereHasNoFeed() {
        assertThat(get("/api/packs/nothing/versions.atom").kind())
                .isEqualTo("404 application/problem+json");
    }
}
