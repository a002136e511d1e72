package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Site.apply;
import static org.contentpack.e2e.Site.ended;
import static org.contentpack.e2e.Site.get;
import static org.contentpack.e2e.Site.json;
import static org.contentpack.e2e.Site.send;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;

/** Targets over HTTP: plan, decide, apply, watch, undo; and who may. */
class SyncE2E {

    private static final String AUDITOR = "end-to-end-auditor-0123456789abcdef";
    private static final String REVIEWER = "end-to-end-reviewer-0123456789abcdef";
    private static final String KEEP =
            "{'decisions': [{'article': 'what-causes-leg-cramps-at-night', 'language': 'en',"
                    + " 'place': '%s', 'choice': 'keep-local', 'person': 'A. Editor', 'reason':"
                    + " 'Our wording.'}]}";

    private static String keep(String place) {
        return String.format(java.util.Locale.ROOT, KEEP, place);
    }

    private static String problem(Answer answer) {
        return answer.kind() + " " + json(answer).get("type").asText().replaceAll(".*:", "");
    }

    private static List<String> open(JsonNode plan) {
        List<String> open = new ArrayList<>();
        plan.get("items")
                .forEach(
                        item ->
                                item.get("steps")
                                        .forEach(
                                                step -> {
                                                    String outcome = step.get("outcome").asText();
                                                    if (outcome.equals("conflict")
                                                            || outcome.equals("proposed")) {
                                                        open.add(step.get("place").asText());
                                                    }
                                                }));
        return open;
    }

    @Test
    void aReleaseArrivesBesideTheEditorsWordsAndGoesBackWithoutThem() {
        Site site = new Site("site-api");
        site.prepare();
        assertThat(Shapes.violations("check", get(site.url() + "/check").body())).isEmpty();
        assertThat(site.applied("1.0.0").get("state").asText()).isEqualTo("finished");
        site.edit("- Exercise.", "- Exercise, for example in our Tuesday class.");
        site.edit("has too little fluid for its functions", "gets less than it needs");

        Answer drift = get(site.url() + "/drift");
        assertThat(Shapes.violations("drift", drift.body())).isEmpty();
        assertThat(json(drift).get("items").findValuesAsText("place"))
                .containsExactly("section:dehydration", "section:pregnancy");

        JsonNode plan = site.plan("1.1.0");
        assertThat(open(plan)).containsExactly("section:dehydration");
        Answer decided =
                send(
                        "PUT",
                        plan.get("decisionsUrl").asText(),
                        keep("section:dehydration"),
                        "If-Match",
                        get(plan.get("url").asText()).header("ETag").orElseThrow());
        assertThat(Shapes.violations("plan", decided.body())).isEmpty();
        assertThat(json(decided).get("undecided").asInt()).isZero();
        assertThat(problem(apply(plan))).isEqualTo("409 application/problem+json stale-plan");

        Answer begun = apply(json(decided));
        JsonNode run = ended(begun);
        assertThat(run.get("progress").toString())
                .isEqualTo("{\"total\":2,\"ended\":2,\"states\":{\"done\":2}}");
        assertThat(begun.header("Location")).contains(run.get("url").asText());
        assertThat(site.text())
                .contains("our Tuesday class")
                .contains("gets less than it needs")
                .contains("<!-- section during-a-cramp -->")
                .contains("version: 1.1.0");
        Answer again = apply(json(decided));
        assertThat(again.status() + " " + json(again).get("id")).isEqualTo("200 " + run.get("id"));

        JsonNode undone = ended(send("POST", run.get("undoUrl").asText(), "{}"));
        assertThat(undone.get("undoes")).isEqualTo(run.get("id"));
        assertThat(site.text())
                .contains("our Tuesday class")
                .contains("gets less than it needs")
                .doesNotContain("<!-- section during-a-cramp -->")
                .contains("version: 1.0.0");
        assertThat(problem(send("POST", undone.get("undoUrl").asText(), "{}")))
                .isEqualTo("409 application/problem+json not-possible");
        assertThat(problem(send("POST", undone.get("cancelUrl").asText(), "{}")))
                .isEqualTo("409 application/problem+json not-possible");

        for (String list : List.of("plans", "runs")) {
            assertThat(Shapes.violations(list, get(site.url() + "/" + list).body())).isEmpty();
        }
        assertThat(get("/api/audit?pack=leg-cramps-at-night&limit=200").body())
                .contains("\"action\":\"POST " + plan.get("applyUrl").asText() + "\"");
    }

    @Test
    void aRunIsWatchedOnceAndItsEndIsToldOnce() {
        Site site = new Site("site-stale");
        site.prepare();
        Answer begun = apply(site.plan("1.0.0"));
        String url = json(begun).get("url").asText();

        Answer first = get(url, "Accept", "text/event-stream");
        Answer behind = get(url, "Accept", "text/event-stream", "Last-Event-ID", "0-running");
        Answer after = get(url, "Accept", "text/event-stream", "Last-Event-ID", "1-finished");

        assertThat(first.kind()).isEqualTo("200 text/event-stream;charset=utf-8");
        assertThat(first.header("Cache-Control")).contains("no-store");
        String[] lines = behind.body().split("\n");
        assertThat(List.of(lines).subList(0, 4))
                .containsExactly("retry: 2000", "", "id: 1-finished", "event: end");
        assertThat(Shapes.violations("progress", lines[4].substring("data: ".length()))).isEmpty();
        assertThat(after.status() + " " + after.body()).isEqualTo("204 ");

        JsonNode plan = site.plan("1.1.0");
        site.edit("summary: ", "summary: Changed. ");
        assertThat(problem(apply(plan))).isEqualTo("409 application/problem+json stale-plan");
    }

    @Test
    void whatWasThereBeforeIsAdoptedAndLetGo() {
        Site site = new Site("site-adopt");
        site.write("our-page", "---\nstatus: live\ntitle: Cramps\n---\nOur own text.\n");
        String adoption =
                "{'pack': 'leg-cramps-at-night', 'article': 'what-causes-leg-cramps-at-night',"
                        + " 'language': 'en', 'item': 'our-page'}";

        Answer adopted = send("POST", site.url() + "/adoptions", adoption);

        assertThat(adopted.status()).isEqualTo(201);
        assertThat(Shapes.violations("installation", adopted.body())).isEmpty();
        assertThat(problem(send("POST", site.url() + "/adoptions", adoption)))
                .isEqualTo("409 application/problem+json not-possible");
        assertThat(
                        problem(
                                send(
                                        "POST",
                                        site.url() + "/adoptions",
                                        adoption.replace("our-page", "no-page")
                                                .replace("'en'", "'es'"))))
                .isEqualTo("404 application/problem+json not-found");
        assertThat(open(site.plan("1.1.0"))).contains("field:title");

        Answer list = get("/api/installations?target=site-adopt&before=9.0.0");
        assertThat(Shapes.violations("installations", list.body())).isEmpty();
        assertThat(json(list).get("items").findValuesAsText("state")).containsExactly("adopted");
        Answer table = get("/api/installations.csv?target=site-adopt");
        assertThat(table.kind()).isEqualTo("200 text/csv;charset=utf-8");
        assertThat(table.body().lines().skip(1))
                .singleElement()
                .asString()
                .startsWith(
                        "site-adopt,leg-cramps-at-night,what-causes-leg-cramps-at-night,en,our-page,adopted,");

        String unlink =
                site.url() + "/adoptions/what-causes-leg-cramps-at-night?pack=leg-cramps-at-night";
        assertThat(send("DELETE", unlink, "").body()).isEqualTo("{\"unlinked\":1}");
        assertThat(problem(send("DELETE", unlink, "")))
                .isEqualTo("404 application/problem+json not-found");
    }

    @Test
    void whatCannotBePlannedSaysWhy() {
        String plans = "/api/targets/site-hold/plans";
        assertThat(problem(send("POST", plans, "{'pack': 'leg-cramps-at-night', 'to': '1'}")))
                .isEqualTo("409 application/problem+json not-possible");
        assertThat(problem(send("POST", plans, "{'pack': 'another', 'to': '1'}")))
                .isEqualTo("409 application/problem+json not-possible");
        assertThat(
                        problem(
                                send(
                                        "POST",
                                        "/api/targets/site-api/plans",
                                        "{'pack': 'leg-cramps-at-night', 'to': '7.0.0'}")))
                .isEqualTo("404 application/problem+json not-found");
        assertThat(problem(send("POST", plans, "{'pack': 'leg-cramps-at-night', 'to': 'v1'}")))
                .isEqualTo("400 application/problem+json malformed-request");
        assertThat(problem(get("/api/targets/nowhere")))
                .isEqualTo("404 application/problem+json target-not-found");
        for (String missing :
                List.of("/api/plans/0", "/api/plans/01", "/api/plans/999999", "/api/runs/x")) {
            assertThat(problem(get(missing))).isEqualTo("404 application/problem+json not-found");
        }
    }

    @Test
    void aPlanIsOnlyChangedByWhoHasSeenIt() {
        Site site = new Site("site-hold");
        JsonNode plan = new Site("site-desk").plan("1.0.0");
        String decisions = plan.get("decisionsUrl").asText();
        String digest = plan.get("digest").asText();

        assertThat(problem(send("PUT", decisions, keep("order"))))
                .isEqualTo("428 application/problem+json precondition-required");
        assertThat(problem(send("PUT", decisions, keep("order"), "If-Match", "\"other\"")))
                .isEqualTo("412 application/problem+json precondition-failed");
        assertThat(
                        problem(
                                send(
                                        "PUT",
                                        decisions,
                                        keep("order")
                                                .replace(
                                                        "{'dec",
                                                        "{'digest': '" + digest + "', 'dec"))))
                .isEqualTo("409 application/problem+json not-possible");
        assertThat(problem(send("POST", plan.get("applyUrl").asText(), "{}")))
                .isEqualTo("428 application/problem+json precondition-required");
        assertThat(json(get(site.url())).get("policy").asText()).isEqualTo("hold");
    }

    @Test
    void whatEditorsWroteIsForTheScopeAndThePackOnly() {
        Answer mine = get("/api/targets");
        assertThat(Shapes.violations("targets", mine.body())).isEmpty();
        assertThat(mine.header("Cache-Control")).contains("no-store");
        assertThat(mine.header("Access-Control-Allow-Origin")).isEmpty();
        for (String target :
                List.of(
                        "/api/targets",
                        "/api/targets/site-api",
                        "/api/plans/1",
                        "/api/runs/1",
                        "/api/installations",
                        "/api/installations.csv")) {
            assertThat(Server.get(target).kind()).isEqualTo("401 application/problem+json");
            assertThat(Server.get(target, "Authorization", "Bearer " + REVIEWER).kind())
                    .isEqualTo("403 application/problem+json");
        }
        String[] auditor = {"Authorization", "Bearer " + AUDITOR};
        assertThat(Server.get("/api/targets", auditor).body()).isEqualTo("{\"items\":[]}");
        assertThat(Server.get("/api/targets/site-api", auditor).status()).isEqualTo(404);
        assertThat(Server.get("/api/installations", auditor).body()).isEqualTo("{\"items\":[]}");
        assertThat(
                        Stream.of("/api/targets/site-api/plans", "/api/targets/site-api/prepare")
                                .map(t -> Server.send("POST", t, auditor).status()))
                .containsOnly(403);
    }
}
