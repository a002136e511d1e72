package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.TOKEN;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.contentpack.BadInput;
import org.contentpack.e2e.Server.Answer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The pages for editors: signing in, and a walk from a plan to what came of it. */
class DeskE2E {

    private static Answer post(String path, Map<String, String> form, String... headers) {
        String body =
                form.entrySet().stream()
                        .map(
                                e ->
                                        e.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        List<String> all =
                new ArrayList<>(List.of("Content-Type", "application/x-www-form-urlencoded"));
        all.addAll(List.of(headers));
        return Server.send("POST", path, BodyPublishers.ofString(body), all.toArray(String[]::new));
    }

    private static Answer signIn(String token, String to) {
        return post("/sign-in", Map.of("token", token, "to", to));
    }

    /** Somebody with a browser who has signed in. */
    private static final class Editor {

        private final String cookie;
        private Document page = new Document("");

        Editor() {
            cookie = signIn(TOKEN, "/targets").header("Set-Cookie").orElseThrow().split(";", 2)[0];
        }

        Document open(String path) {
            Answer answer = Server.get(path, "Cookie", cookie);
            assertThat(answer.kind()).as(path).isEqualTo("200 text/html;charset=utf-8");
            page = Jsoup.parse(answer.body());
            return page;
        }

        /** Sends the page's form with this action, its own fields and others; goes on. */
        Document send(String action, Map<String, String> fields) {
            Map<String, String> form = new TreeMap<>();
            Element element = page.selectFirst("form[action=" + action + "]");
            assertThat(element).as(action).isNotNull();
            element.select("input[type=hidden], input[value]:not([type]), textarea, input[checked]")
                    .forEach(field -> form.put(field.attr("name"), field.val()));
            form.putAll(fields);
            Answer answer = post(action, form, "Cookie", cookie);
            assertThat(answer.status()).as(answer.body()).isEqualTo(303);
            return open(answer.header("Location").orElseThrow().replaceAll("#.*", ""));
        }

        /** The page of the run that is open, once it has ended. */
        Document ended(String path) {
            Site.get("/api" + path, "Accept", "text/event-stream");
            return open(path);
        }
    }

    @Test
    @BadInput("U3")
    void aTokenIsExchangedForACookieThatOpensPagesOnly() {
        Answer away = Server.get("/targets?look=check");
        assertThat(away.status() + " " + away.header("Location").orElse(""))
                .isEqualTo("303 /sign-in?to=%2Ftargets%3Flook%3Dcheck");

        Answer in = signIn(TOKEN, "/targets?look=check");
        assertThat(in.status() + " " + in.header("Location").orElse(""))
                .isEqualTo("303 /targets?look=check");
        String set = in.header("Set-Cookie").orElseThrow();
        assertThat(set)
                .matches("contentpack-session=[0-9a-f]{64}; Path=/; HttpOnly; SameSite=Strict");

        String cookie = set.split(";", 2)[0];
        assertThat(Server.get("/targets", "Cookie", cookie).status()).isEqualTo(200);
        assertThat(Server.get("/api/targets", "Cookie", cookie).status()).isEqualTo(401);
        assertThat(Server.send("POST", "/api/targets/site-desk/prepare", "Cookie", cookie).status())
                .isEqualTo(401);
        assertThat(Server.get("/targets", "Authorization", "Bearer " + TOKEN).status())
                .isEqualTo(303);
    }

    @Test
    void signingInLeadsNowhereElseAndTellsNothing() {
        for (String elsewhere :
                List.of("https://evil.example", "//evil.example", "/\\evil.example", "evil", "")) {
            assertThat(signIn(TOKEN, elsewhere).header("Location")).contains("/targets");
        }
        Answer wrong = signIn("not-a-token-of-this-server-0123456789", "/plans/1");
        assertThat(wrong.kind()).isEqualTo("401 text/html;charset=utf-8");
        assertThat(wrong.header("Set-Cookie")).isEmpty();
        assertThat(wrong.body()).contains("is not known here").doesNotContain("0123456789");
        assertThat(
                        post("/sign-in", Map.of("token", TOKEN), "Sec-Fetch-Site", "cross-site")
                                .status())
                .isEqualTo(403);
    }

    @Test
    @BadInput("U3")
    void aFormCountsOnlyFromAPageOfItsSession() {
        Editor editor = new Editor();
        String other = new Editor().open("/targets").selectFirst("input[name=csrf]").val();
        String own = editor.open("/targets").selectFirst("input[name=csrf]").val();
        String form = "/targets/site-desk/prepare";

        for (Map<String, String> forged : List.of(Map.of("x", "y"), Map.of("csrf", other))) {
            Answer answer = post(form, forged, "Cookie", editor.cookie);
            assertThat(answer.kind()).isEqualTo("403 text/html;charset=utf-8");
            assertThat(answer.body()).contains("not one of this session");
        }
        assertThat(post(form, Map.of("csrf", own)).status()).isEqualTo(303);
        assertThat(post(form, Map.of("csrf", own), "Cookie", editor.cookie).status())
                .isEqualTo(200);

        Answer out = post("/sign-out", Map.of("csrf", own), "Cookie", editor.cookie);
        assertThat(out.header("Set-Cookie").orElse("")).contains("Max-Age=0");
        assertThat(Server.get("/targets", "Cookie", editor.cookie).status()).isEqualTo(303);
    }

    @Test
    void anEditorDecidesAppliesAndPutsBack() {
        Site site = new Site("site-desk");
        site.prepare();
        site.applied("1.0.0");
        site.edit("has too little fluid for its functions", "gets less than it needs");
        site.edit("- Warm up properly.", "- Warm up in our gym.");
        Editor editor = new Editor();
        editor.open("/targets/site-desk");

        Document plan =
                editor.send(
                        "/targets/site-desk/plans",
                        Map.of("pack", "leg-cramps-at-night", "to", "latest"));
        assertThat(plan.select("legend").eachText())
                .containsExactly("Muscle fatigue", "Dehydration");
        assertThat(plan.select("#q1 .side h3").eachText())
                .containsExactly("On the site now", "In release 1.1.0");
        assertThat(plan.select("#q1 .side:first-child del").text())
                .isEqualTo("has too little fluid for its functions");
        assertThat(plan.select("#q1 .side:first-child ins").text())
                .isEqualTo("gets less than it needs");

        String path = plan.selectFirst("form[action$=/decisions]").attr("action");
        Document kept =
                editor.send(
                        path,
                        Map.of(
                                "choice0", "keep",
                                "choice1", "own",
                                "text1", "## Dehydration\r\n\r\nDrink enough.",
                                "person", "A. Editor",
                                "reason", "Agreed with Dr Okafor",
                                "then", "stay"));
        assertThat(kept.select("[role=status]").eachText())
                .containsExactly("Your decisions are kept.");
        assertThat(kept.select("input[checked]").eachAttr("value")).containsExactly("keep", "own");
        assertThat(kept.selectFirst("#text1").wholeText().strip())
                .isEqualTo("## Dehydration\n\nDrink enough.");

        Document run = editor.send(path, Map.of("then", "apply"));
        String runPath = "/runs/" + run.selectFirst("h1").text().split(" ", -1)[1];
        assertThat(editor.ended(runPath).select("[role=status]").text())
                .isEqualTo("The run has finished: 2 articles written.");
        assertThat(site.text())
                .contains("Warm up in our gym.")
                .contains("<!-- section dehydration -->\n## Dehydration\n\nDrink enough.\n")
                .contains("<!-- section during-a-cramp -->");

        Document undoing = editor.send(runPath + "/undo", Map.of());
        String undoPath = "/runs/" + undoing.selectFirst("h1").text().split(" ", -1)[1];
        assertThat(editor.ended(undoPath).select("[role=status]").text())
                .isEqualTo("The run has finished: 2 articles put back.");
        assertThat(site.text())
                .contains("Warm up in our gym.")
                .contains("gets less than it needs")
                .doesNotContain("<!-- section during-a-cramp -->");

        assertThat(editor.open("/installations?target=site-desk").select(".card h2").eachText())
                .containsExactly("what-causes-leg-cramps-at-night");
        assertThat(
                        editor.open(
                                        "/history?pack=leg-cramps-at-night&article=what-causes-leg-cramps-at-night")
                                .select(".list li")
                                .eachText())
                .anyMatch(line -> line.contains("site-desk (en): done: 1.1.0"));
        for (String each :
                List.of(
                        "/targets",
                        "/targets/site-desk",
                        path.replace("/decisions", ""),
                        runPath)) {
            assertThat(defects(editor.open(each))).as(each).isEmpty();
        }
    }

    /** What a person without a mouse or without sight would stumble over. */
    private static List<String> defects(Document page) {
        List<String> defects = new ArrayList<>();
        if (page.select("h1").size() != 1 || page.select("main").size() != 1) {
            defects.add("a page has one heading and one main part");
        }
        page.select("script, [style], [onclick], style")
                .forEach(e -> defects.add("what the policy forbids: " + e));
        page.select("input:not([type=hidden]), select, textarea, progress")
                .forEach(
                        e -> {
                            if (page.select("label[for=" + e.id() + "]").size() != 1) {
                                defects.add("has no label: " + e);
                            }
                        });
        page.select("button, a, summary, legend, label")
                .forEach(
                        e -> {
                            if (e.text().isBlank()) {
                                defects.add("has no name: " + e);
                            }
                        });
        List<String> ids = page.select("[id]").eachAttr("id");
        ids.stream()
                .filter(id -> ids.indexOf(id) != ids.lastIndexOf(id))
                .forEach(id -> defects.add("two elements have the id " + id));
        int level = 0;
        for (Element heading : page.select("h1, h2, h3, h4")) {
            int next = heading.tagName().charAt(1) - '0';
            if (next > level + 1) {
                defects.add("a level of headings is left out before: " + heading.text());
            }
            level = next;
        }
        return defects;
    }

    @Test
    void noPageIsKeptOrRunsAScript() {
        Editor editor = new Editor();
        for (String path : List.of("/sign-in", "/targets", "/installations", "/plans/999999")) {
            Answer answer = Server.get(path, "Cookie", editor.cookie);
            assertThat(answer.header("Cache-Control").orElse("")).contains("no-store");
            assertThat(answer.header("Content-Security-Policy"))
                    .contains(
                            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri"
                                    + " 'none'; form-action 'self'; frame-ancestors 'none'");
            assertThat(answer.header("Access-Control-Allow-Origin")).as(path).isEmpty();
        }
    }
}
