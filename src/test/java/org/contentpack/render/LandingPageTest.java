package org.contentpack.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.contentpack.render.LandingPage.Card;
import org.contentpack.render.LandingPage.CardVersion;
import org.junit.jupiter.api.Test;

class LandingPageTest {

    private static CardVersion version(String version, boolean latest) {
        return new CardVersion(version, "2026-11-24", "/v/" + version, latest);
    }

    private static String page(CardVersion... versions) {
        return LandingPage.html(
                List.of(
                        new Card(
                                "knots",
                                "Knots",
                                "About knots.",
                                "en",
                                "/a",
                                List.of("en"),
                                false,
                                List.of(versions),
                                "")),
                Optional.empty(),
                List.of(),
                "/style.css",
                "/search");
    }

    @Test
    void versionsAreDrawnOldestFirstAndLargerForLargerSteps() {
        String html =
                page(
                        version("2.0.0-rc.1", false),
                        version("1.1.1", true),
                        version("1.1.0", false),
                        version("1.0.0", false));
        assertThat(html.lines().filter(line -> line.startsWith("<svg")))
                .containsExactly(
                        "<svg class=\"timeline\" viewBox=\"0 0 132 24\" width=\"132\" height=\"24\""
                                + " aria-hidden=\"true\" focusable=\"false\">"
                                + "<line x1=\"12\" y1=\"12\" x2=\"120\" y2=\"12\"/>"
                                + "<circle class=\"stable\" cx=\"12\" cy=\"12\" r=\"8\"/>"
                                + "<circle class=\"stable\" cx=\"48\" cy=\"12\" r=\"6\"/>"
                                + "<circle class=\"latest\" cx=\"84\" cy=\"12\" r=\"4\"/>"
                                + "<circle class=\"unstable\" cx=\"120\" cy=\"12\" r=\"8\"/></svg>");
    }

    @Test
    void oneVersionIsNoLine() {
        assertThat(page(version("1.0.0", true))).doesNotContain("<svg");
    }
}
