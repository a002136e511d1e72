package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.PACK;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages that readers come to, before Lighthouse, which asks for more than axe alone: sizes of what
 * is touched, a language, a title. As a telephone shows them.
 *
 * @see <a href="https://developer.chrome.com/docs/lighthouse/accessibility/scoring">How Lighthouse
 *     counts</a>
 */
class LighthouseBrowser {

    private static final String RELEASE = PACK + "/versions/1.1.0";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                RELEASE + "/articles/what-causes-leg-cramps-at-night.html",
                PACK + "/compare/1.0.0...1.1.0",
                "/docs",
                "/docs/tutorial"
            })
    void nothingIsTakenOff(String address) throws Exception {
        String told =
                NodeTools.run(
                        "lighthouse/cli/index.js",
                        System.getProperty("contentpack.url") + address,
                        "--only-categories=accessibility",
                        "--output=json",
                        "--output-path=stdout",
                        "--quiet",
                        "--no-enable-error-reporting",
                        "--chrome-flags=--headless=new --no-sandbox");
        JsonNode report = new ObjectMapper().readTree(told);
        List<String> failed = new ArrayList<>();
        for (JsonNode audit : report.get("audits")) {
            if (audit.path("score").isNumber() && audit.get("score").asDouble() < 1) {
                failed.add(audit.get("id").asText() + ": " + audit.path("details"));
            }
        }

        assertThat(failed).isEqualTo(List.of());
        assertThat(report.at("/categories/accessibility/score").asDouble()).isEqualTo(1.0);
        assertThat(report.has("runtimeError")).isFalse();
    }
}
