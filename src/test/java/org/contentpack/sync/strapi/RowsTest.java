package org.contentpack.sync.strapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import org.contentpack.sync.http.Json;
import org.contentpack.sync.items.ArticleAddresses;
import org.junit.jupiter.api.Test;

/** What of an item's entries is ours, what is an editor's, and what is left as it stands. */
class RowsTest {

    private static final References SITE =
            new References(ArticleAddresses.of(ArticleAddresses.USUAL).orElseThrow());

    private static JsonNode item(String rows) throws IOException {
        return Json.MAPPER.readTree("{\"sections\":" + rows.replace('\'', '"') + "}");
    }

    private static Rows rows(String rows) throws IOException {
        return Rows.of(item(rows), SITE);
    }

    private static Passage ours(String section, String text) {
        return Passage.of(new SectionId(section), text);
    }

    @Test
    void anEntryThatNamesASectionIsOursOnceAndAllElseIsAnEditorsOwn() throws IOException {
        assertThat(
                        rows("[{'id':1,'section':'rest','heading':' Rest & sleep','text':'\\na\\r\\nb  \\n'},"
                                        + "{'id':2,'heading':'','text':' b\\n'},"
                                        + "{'id':3,'section':'rest','text':'a copy'},"
                                        + "{'id':4,'section':'Not one','heading':'H','text':'c'},"
                                        + "{'id':5,'section':'walk','heading':null,'text':null}]")
                                .passages())
                .containsExactly(
                        ours("rest", "## Rest & sleep\n\na\nb"),
                        Passage.own(" b\n"),
                        Passage.own("a copy"),
                        Passage.own("## H\n\nc"),
                        ours("walk", ""));
    }

    @Test
    void anItemWithoutAListHasNoEntries() throws IOException {
        assertThat(rows("null").passages()).isEmpty();
        assertThat(Rows.of(Json.MAPPER.createObjectNode(), SITE).passages()).isEmpty();
    }

    @Test
    void whatStaysIsNamedByItsNumberAloneAndWhatChangesKeepsIt() throws IOException {
        Rows rows =
                rows(
                        "[{'id':1,'section':'watering','heading':'Watering','text':'a  '},"
                                + "{'id':2,'text':' own'},"
                                + "{'id':3,'section':'own-pot','heading':'A pot','text':'b'}]");
        Content content =
                new Content(
                        new TreeMap<>(),
                        List.of(
                                rows.passages().get(1),
                                ours(
                                        "own-pot",
                                        "## Two pots\n\n![c](contentpack:asset:92b2fa5802895831)"),
                                rows.passages().get(0),
                                ours("new", "d")));

        assertThat(
                        rows.written(
                                content,
                                article(),
                                SITE,
                                Map.of("92b2fa5802895831", "/uploads/pot.svg")))
                .isEqualTo(
                        item("[{'id':2},"
                                        + "{'id':3,'section':'own-pot','heading':'Two pots','text':'![c](/uploads/pot.svg)','kind':'cause'},"
                                        + "{'id':1},"
                                        + "{'section':'new','heading':'','text':'d'}]")
                                .path("sections"));
    }

    @Test
    void entriesThatStandThereInTheSameOrderAreTheSame() throws IOException {
        Rows rows =
                rows(
                        "[{'id':1,'section':'watering','heading':'Watering','text':'a'},"
                                + "{'id':2,'text':'own'}]");
        Content same = new Content(new TreeMap<>(), rows.passages());
        Content other =
                new Content(
                        new TreeMap<>(), List.of(rows.passages().get(1), rows.passages().get(0)));

        assertThat(rows.are(rows.written(same, article(), SITE, Map.of()))).isTrue();
        assertThat(rows.are(rows.written(other, article(), SITE, Map.of()))).isFalse();
    }

    @Test
    void aTextOfOthersIsTakenApartByItsHeadings() throws IOException {
        Rows rows =
                rows(
                        "[{'id':1,'heading':'Our herbs','text':'a'},"
                                + "{'id':2,'heading':' watering ','text':'b'},"
                                + "{'id':3,'heading':'Watering','text':'c'}]");
        List<Passage> passages = rows.byHeadings(article(), SITE);

        assertThat(passages)
                .containsExactly(
                        Passage.own("## Our herbs\n\na"),
                        ours("watering", "## watering\n\nb"),
                        Passage.own("## Watering\n\nc"));
        assertThat(
                        rows.written(
                                        new Content(new TreeMap<>(), passages),
                                        article(),
                                        SITE,
                                        Map.of())
                                .get(1))
                .isEqualTo(
                        item("{'id':2,'section':'watering','heading':'watering','text':'b'}")
                                .path("sections"));
    }

    /** What a person typed as the text of a section reads alike once it was written. */
    @Test
    void aTextIsReadAsItWasWritten() {
        assertThat(Rows.written(ours("a", "## Two pots\nc  \n")))
                .isEqualTo(ours("a", "## Two pots\n\nc"));
        assertThat(Rows.written(ours("a", "## Two pots"))).isEqualTo(ours("a", "## Two pots"));
        assertThat(Rows.written(ours("a", "\n\nc"))).isEqualTo(ours("a", "c"));
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
