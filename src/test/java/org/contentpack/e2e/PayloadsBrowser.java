package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.write;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.contentpack.BadInput;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts that try to run a script, in a real browser: on the page as it is served, and, so that it
 * is not the page's policy alone that holds them, on the same page without any policy.
 */
class PayloadsBrowser {

    /** What a payload does where it runs. */
    private static final String SIGN = "pwned";

    private static Chromium chromium;
    private static Browser browser;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
        browser = chromium.browser();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    /**
     * One a line; {@code \n} stands for a line feed; lines that begin with {@code %} tell of them.
     */
    static List<String> payloads() throws IOException {
        try (Stream<String> lines =
                Files.lines(Path.of("src/test/resources/browser/payloads.txt"))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("%"))
                    .map(line -> line.replace("\\n", "\n"))
                    .toList();
        }
    }

    /** That the list means something: without escaping and policy, payloads of it do run. */
    @Test
    void theSignIsSeenWhereAPayloadRuns() {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.setContent("<p><img src=x onerror=\"window." + SIGN + "=1\"></p>");
            page.waitForFunction("() => window." + SIGN + " === 1");

            assertThat(hasRun(page)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("payloads")
    @BadInput("C1")
    void noScriptOfATextRuns(String payload) throws IOException {
        String pack = "payload-" + Integer.toUnsignedString(payload.hashCode(), 36);
        Answer published = publish(pack, payload);
        if (published.status() == 422) {
            // Refused as a pack; shown all the same, as what was registered before a rule was made.
            assertThat(published.body()).contains("\"code\"");
            published = publish(pack, "`" + payload.replace("`", "").replace("\n", " ") + "`");
        }
        assertThat(published.status()).as(published.body()).isIn(200, 201);

        String page = "/api/packs/" + pack + "/versions/1.0.0/articles/tying-knots.html";
        Answer answer = Server.get(page);
        List<String> dialogs = new ArrayList<>();
        try (BrowserContext context = browser.newContext()) {
            Page served = context.newPage();
            served.onDialog(
                    dialog -> {
                        dialogs.add(dialog.message());
                        dialog.dismiss();
                    });
            served.navigate(System.getProperty("contentpack.url") + page);
            act(served);
            assertThat(hasRun(served)).as("as it is served").isFalse();

            Page bare = context.newPage();
            bare.route("**/*", route -> route.abort());
            bare.setContent(answer.body());
            act(bare);
            assertThat(hasRun(bare)).as("without a policy").isFalse();
        }
        assertThat(dialogs).isEmpty();
    }

    private static Answer publish(String pack, String payload) {
        return write(
                "POST",
                "/api/packs",
                "application/zip",
                PackZip.of(pack, "1.0.0")
                        .with("articles/tying-knots.md", PackZip.article(payload))
                        .bytes());
    }

    /** What a reader might do: point at everything and click on every link within the page. */
    private static void act(Page page) {
        page.evaluate(
                """
                () => {
                  for (const element of document.querySelectorAll('main *, body *')) {
                    for (const kind of ['mouseover', 'mouseenter', 'focus', 'pointerdown', 'toggle']) {
                      element.dispatchEvent(new Event(kind, {bubbles: true}));
                    }
                    if (element.tagName === 'A' && !/^(https?|mailto|\\/|#|$)/.test(element.getAttribute('href') || '')) {
                      element.click();
                    }
                  }
                }
                """);
    }

    private static boolean hasRun(Page page) {
        return Boolean.TRUE.equals(page.evaluate("() => window." + SIGN + " === 1"));
    }
}
