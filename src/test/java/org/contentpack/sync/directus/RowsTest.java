package org.contentpack.sync.directus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.Language;
import org.contentpack.pack.Review;
import org.contentpack.pack.Section;
import org.contentpack.pack.SectionId;
import org.contentpack.pack.SectionKind;
import org.contentpack.pack.Slug;
import org.contentpack.sync.items.ArticleAddresses;
import org.junit.jupiter.api.Test;

/** What of an item's rows is ours, what is an editor's, and what is left as it stands. */
class RowsTest {

    private static final References SITE =
            new References(
                    "https://cms.example",
                    ArticleAddresses.of(ArticleAddresses.USUAL).orElseThrow());

    private static JsonNode item(String rows) throws IOException {
        return DirectusApi.JSON.readTree("{\"sections\":" + rows.replace('\'', '"') + "}");
    }

    private static Rows rows(String rows) throws IOException {
        return Rows.of(item(rows), SITE);
    }

    private static Passage ours(String section, String text) {
        return Passage.of(new SectionId(section), text);
    }

    @Test
    void aRowThatNamesASectionIsOursOnceAndAllElseIsAnEditorsOwn() throws IOException {
        assertThat(
                        rows("[{'section':'rest','heading':'Rest & sleep','text':'<p>a</p> '},"
                                        + "{'heading':'','text':'<p> b'},"
                                        + "{'section':'rest','text':'a copy'},"
                                        + "{'section':'Not one','text':'c'},"
                                        + "'a word',"
                                        + "{'section':'walk','heading':null,'text':null}]")
                                .passages())
                .containsExactly(
                        ours("rest", "<h2>Rest &amp; sleep</h2><p>a</p>"),
                        Passage.own("<p> b"),
                        Passage.own("a copy"),
                        Passage.own("c"),
                        Passage.own("\"a word\""),
                        ours("walk", ""));
    }

    @Test
    void aFieldThatIsEmptyOrNoListHasNoRows() throws IOException {
        assertThat(rows("null").passages()).isEmpty();
        assertThat(rows("'text'").passages()).isEmpty();
        assertThat(Rows.of(DirectusApi.JSON.createObjectNode(), SITE).passages()).isEmpty();
    }

    @Test
    void whatStaysIsWrittenAsItStandsAndWhatChangesKeepsWhatOthersPutIntoIt() throws IOException {
        Rows rows =
                rows(
                        "[{'section':'watering','heading':'Watering','text':'<ul> <li>a</li></ul>','image':7},"
                                + "{'text':'<p> own','colour':'red'},"
                                + "{'section':'own-pot','heading':'A pot','text':'<p>b</p>','image':8}]");
        Content content =
                new Content(
                        new TreeMap<>(),
                        List.of(
                                rows.passages().get(1),
                                ours("own-pot", "<h2>Two pots</h2><p>c</p>"),
                                rows.passages().get(0),
                                ours("new", "<p>d</p>"),
                                Passage.own("<h2>X</h2><p>e")));

        assertThat(rows.written(content, article(), SITE))
                .isEqualTo(
                        item("[{'text':'<p> own','colour':'red'},"
                                        + "{'section':'own-pot','heading':'Two pots','text':'<p>c</p>','image':8,'kind':'cause'},"
                                        + "{'section':'watering','heading':'Watering','text':'<ul> <li>a</li></ul>','image':7},"
                                        + "{'section':'new','heading':'','text':'<p>d</p>'},"
                                        + "{'heading':'X','text':'<p>e'}]")
                                .path("sections"));
    }

    @Test
    void aTextOfOthersIsTakenApartByItsHeadings() throws IOException {
        Rows rows =
                rows(
                        "[{'heading':'Our herbs','text':'<p>a</p>'},"
                                + "{'heading':' watering ','text':'<p>b</p>','image':7},"
                                + "{'heading':'Watering','text':'<p>c</p>'}]");
        List<Passage> passages = rows.byHeadings(article(), SITE);

        assertThat(passages)
                .containsExactly(
                        Passage.own("<h2>Our herbs</h2><p>a</p>"),
                        ours("watering", "<h2>watering</h2><p>b</p>"),
                        Passage.own("<h2>Watering</h2><p>c</p>"));
        assertThat(rows.written(new Content(new TreeMap<>(), passages), article(), SITE).get(1))
                .isEqualTo(
                        item("{'heading':'watering','text':'<p>b</p>','image':7,'section':'watering'}")
                                .path("sections"));
    }

    private static Section section(String id, String heading, Optional<SectionKind> kind) {
        return new Section(
                new SectionId(id),
                kind,
                Optional.of(heading),
                List.of(),
                "",
                Digest.of(""),
                List.of(),
                List.of());
    }

    private static Article article() {
        return new Article(
                new ArticleHead(
                        new ArticleId("mint"),
                        new Language("en"),
                        new Slug("mint"),
                        "Mint",
                        "About mint.",
                        new Review.Unreviewed(),
                        Optional.empty(),
                        new FilePath("articles/mint.md"),
                        Digest.of(""),
                        List.of(new SectionId("own-pot"), new SectionId("watering"))),
                List.of(),
                List.of(),
                "adults",
                LocalDate.of(2026, 11, 24),
                LocalDate.of(2026, 11, 24),
                List.of(),
                Optional.empty(),
                List.of(
                        section("own-pot", "A pot", Optional.of(SectionKind.CAUSE)),
                        section("watering", "Watering", Optional.empty())));
    }
}
