package org.contentpack.cms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.pack.SectionId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our texts in the block editor, in a real browser. */
final class BlockEditorCms {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PACK = Path.of("content-pack", "leg-cramps-at-night");
    private static final String ARTICLE = "articles/what-causes-leg-cramps-at-night";

    /** One section of ours as the editor stored it: a group that names it. */
    private static final Pattern SECTION =
            Pattern.compile(
                    "<!-- wp:group \\{[^\\n]*\"className\":\"contentpack-section"
                            + " contentpack-id-([a-z0-9-]+)(?: contentpack-kind-[a-z-]+)?\"[^\\n]*\\} -->");

    /** The attributes of a block, between its name and the end of its comment. */
    private static final Pattern ATTRIBUTES =
            Pattern.compile("(?<=<!-- wp:[a-z-]{1,40} )\\{.*\\}(?= -->)");

    private static WordPressSite site;
    private static EditorWindow window;

    @BeforeAll
    static void open() throws Exception {
        site = WordPressSite.open();
        window = new EditorWindow(site);
    }

    @AfterAll
    static void close() throws Exception {
        window.close();
        List<String> complaints = site.complaints();
        site.close();
        assertThat(complaints).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource({"1.0.0,.md,en", "1.1.0,.md,en", "1.1.0,.es.md,es"})
    void theEditorFindsNothingToMendAndWritesTheSameBytes(
            String version, String ending, String language) throws Exception {
        Map<SectionId, String> sections = sections(version, ending, language);
        String post = post(sections);
        window.edit(post);
        assertThat(invalidBlocks()).isEqualTo(List.of());
        // What the editor makes of its blocks, each written by its own code.
        assertThat(
                        window.page()
                                .evaluate(
                                        "() =>"
                                                + " wp.blocks.serialize(wp.data.select('core/block-editor').getBlocks())"))
                .asString()
                .satisfies(written -> assertThat(form(written)).isEqualTo(form(text(sections))));
        assertThat(window.complaints()).isEqualTo(List.of());
    }

    @Test
    void aSentenceThatAnEditorChangesIsAllThatChanges() throws Exception {
        Map<SectionId, String> sections = sections("1.0.0", ".md", "en");
        String post = post(sections);
        window.edit(post);
        Locator sentence =
                window.canvas()
                        .locator("#dehydration p, .contentpack-id-dehydration p")
                        .filter(
                                new Locator.FilterOptions()
                                        .setHasText("This is a common cause of cramps."))
                        .first();
        sentence.click();
        window.page().keyboard().press("End");
        window.page().keyboard().type(" Ask at our desk for water & fruit.");
        assertThat(invalidBlocks()).isEqualTo(List.of());
        window.save();
        Map<String, String> expected = new LinkedHashMap<>();
        sections.forEach((id, text) -> expected.put(id.value(), form(text)));
        expected.computeIfPresent(
                "dehydration",
                (id, text) ->
                        text.replaceFirst("</p>", " Ask at our desk for water &amp; fruit.</p>"));
        assertThat(sectionsOf(form(stored(post)))).isEqualTo(expected);
        assertThat(window.complaints()).isEqualTo(List.of());
    }

    @Test
    void safetyAdviceIsEditedOnlyAfterAQuestion() throws Exception {
        Map<SectionId, String> sections = sections("1.0.0", ".md", "en");
        String post = post(sections);
        window.edit(post);
        Locator question = window.page().locator(".contentpack-safety");
        Locator sign = window.canvas().locator(".contentpack-id-when-to-get-help li").first();
        sign.click();
        question.waitFor();
        window.shoot(
                Files.createDirectories(WordPressTemplate.HOME.resolve("screens"))
                        .resolve("safety.png"));
        window.page().getByText("Leave it as it is").click();
        question.waitFor(hidden());
        assertThat(selectedBlock()).isNull();
        sign.click();
        question.waitFor();
        window.page().getByText("I know, let me edit").click();
        question.waitFor(hidden());
        sign.click();
        assertThat(selectedBlock()).isEqualTo("core/list-item");
        assertThat(question.count()).isZero();
        window.canvas().locator(".contentpack-id-muscle-fatigue p").first().click();
        assertThat(selectedBlock()).isEqualTo("core/paragraph");
        assertThat(question.count()).isZero();
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
    }

    private static Object selectedBlock() {
        return window.page()
                .evaluate(
                        "() => wp.data.select('core/block-editor').getSelectedBlock()?.name ?? null");
    }

    private static Object invalidBlocks() {
        return window.page()
                .evaluate(
                        """
                        () => {
                          const all = blocks => blocks.flatMap(b => [b, ...all(b.innerBlocks)]);
                          return all(wp.data.select('core/block-editor').getBlocks())
                            .filter(b => !b.isValid || ['core/freeform', 'core/missing', 'core/html'].includes(b.name))
                            .map(b => b.name + ' ' + b.originalContent);
                        }
                        """);
    }

    private static Map<SectionId, String> sections(String version, String ending, String language)
            throws IOException {
        return PackTexts.sections(
                PACK.resolve(version), new FilePath(ARTICLE + ending), new Language(language));
    }

    private static String text(Map<SectionId, String> sections) {
        return String.join("\n\n", sections.values());
    }

    private static String post(Map<SectionId, String> sections)
            throws IOException, InterruptedException {
        HttpResponse<String> created =
                site.post(
                        "/wp/v2/posts",
                        JSON.writeValueAsString(
                                Map.of(
                                        "title",
                                        "What causes leg cramps at night?",
                                        "content",
                                        text(sections),
                                        "meta",
                                        Map.of(
                                                "contentpack_pack",
                                                "leg-cramps-at-night",
                                                "contentpack_article",
                                                "what-causes-leg-cramps-at-night",
                                                "contentpack_language",
                                                "en",
                                                "contentpack_version",
                                                "1.0.0",
                                                "contentpack_review",
                                                "unreviewed"))));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return JSON.readTree(created.body()).get("id").asText();
    }

    private static String stored(String post) throws IOException, InterruptedException {
        JsonNode answer = JSON.readTree(site.get("/wp/v2/posts/" + post + "?context=edit").body());
        return answer.get("content").get("raw").asText();
    }

    /**
     * The text as it is, but for WordPress 6.4, which writes the attributes of a block in another
     * order: there with its attributes sorted.
     */
    private static String form(String text) {
        return WordPressTemplate.RELEASE.equals("6.4")
                ? ATTRIBUTES.matcher(text).replaceAll(BlockEditorCms::sorted)
                : text;
    }

    private static String sorted(MatchResult attributes) {
        try {
            return Matcher.quoteReplacement(
                    JSON.writeValueAsString(JSON.readValue(attributes.group(), TreeMap.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stored text taken apart at the groups that name our sections. */
    private static Map<String, String> sectionsOf(String stored) {
        Map<String, String> sections = new LinkedHashMap<>();
        Matcher matcher = SECTION.matcher(stored);
        String id = null;
        int begin = 0;
        while (matcher.find()) {
            if (id != null) {
                sections.put(id, stored.substring(begin, matcher.start()).strip());
            }
            id = matcher.group(1);
            begin = matcher.start();
        }
        sections.put(id, stored.substring(begin).strip());
        return sections;
    }
}
