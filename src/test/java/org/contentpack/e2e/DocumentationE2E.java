package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.ARTICLE;
import static org.contentpack.e2e.Server.PACK;
import static org.contentpack.e2e.Server.get;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documentation as the server gives it out, and what pages for readers lead to. */
class DocumentationE2E {

    private static final Pattern LEADS = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

    private static List<String> leads(String page) {
        List<String> leads = new ArrayList<>();
        Matcher matcher = LEADS.matcher(page);
        while (matcher.find()) {
            leads.add(matcher.group(1).replace("&#x3D;", "=").replace("&amp;", "&"));
        }
        return leads;
    }

    @Test
    void everyPageIsReachedFromTheFirstAndNoLinkIsBroken() {
        Map<String, String> pages = new TreeMap<>();
        List<String> broken = new ArrayList<>();
        List<String[]> parts = new ArrayList<>();
        Queue<String> ahead = new ArrayDeque<>(List.of("/docs"));
        while (!ahead.isEmpty()) {
            String path = ahead.remove();
            if (pages.containsKey(path)) {
                continue;
            }
            Answer answer = get(path, "Accept", "text/html");
            pages.put(path, answer.body());
            if (answer.status() != 200) {
                broken.add(answer.status() + " " + path);
                continue;
            }
            if (!answer.kind().contains("text/html")) {
                continue;
            }
            for (String lead : leads(answer.body())) {
                URI target = URI.create(path).resolve(lead);
                if (target.isAbsolute() || !target.getPath().startsWith("/docs")) {
                    continue;
                }
                ahead.add(target.getPath());
                if (target.getFragment() != null) {
                    parts.add(new String[] {path, target.getPath(), target.getFragment()});
                }
            }
        }
        for (String[] part : parts) {
            if (!pages.get(part[1]).contains("id=\"" + part[2] + "\"")) {
                broken.add(part[0] + " leads to " + part[1] + "#" + part[2]);
            }
        }
        assertThat(broken).isEmpty();
        assertThat(pages.keySet())
                .contains(
                        "/docs/README",
                        "/docs/CONTRIBUTING",
                        "/docs/rules",
                        "/docs/cms/wordpress",
                        "/docs/cms/images/editor.png",
                        "/docs/images/rooms.svg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/none",
                "/docs/index.md",
                "/docs/../web.xml",
                "/docs/%2e%2e/web.xml",
                "/docs/images",
                "/docs/a/b/c/d/e/f",
                "/docs/.hidden",
                "/docs/x.exe"
            })
    void nothingElseOfTheApplicationIsGivenOut(String target) {
        assertThat(Server.raw("GET", target).status()).isEqualTo(404);
    }

    @Test
    void anArticleLeadsToItsOtherVersionsAndToWhatChanged() {
        String page = get(PACK + "/versions/1.1.0" + ARTICLE + ".html?lang=en").body();
        List<String> versions =
                leads(page).stream()
                        .filter(l -> l.contains("/versions/1.0.0/") || l.contains("/compare/"))
                        .distinct()
                        .toList();

        assertThat(versions)
                .containsExactly(
                        PACK + "/compare/1.0.0...1.1.0?article=what-causes-leg-cramps-at-night",
                        PACK + "/versions/1.0.0" + ARTICLE + "?lang=en");
        for (String version : versions) {
            assertThat(get(version, "Accept", "text/html").kind())
                    .isEqualTo("200 text/html;charset=utf-8");
        }
    }

    @Test
    void aVersionWithoutTheTranslationIsNotOffered() {
        String page = get(PACK + "/versions/1.1.0" + ARTICLE + ".html?lang=es").body();

        assertThat(page).doesNotContain("/versions/1.0.0/").doesNotContain("class=\"switcher\"");
    }
}
