package org.contentpack.sync.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.compare.Value;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.SectionId;
import org.contentpack.sync.ItemKey;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.Marks;
import org.contentpack.version.Version;
import org.junit.jupiter.api.Test;

/**
 * What a file says is what was written, and what people do to files is read as far as it can be.
 */
class ItemFileTest {

    private static final Marks MARKS =
            new Marks(
                    new ItemKey(
                            new PackId("garden-notes"),
                            new ArticleId("keeping-mint"),
                            new Language("en")),
                    new Version("1.0.0"),
                    Digest.of("release"),
                    Digest.of("article"),
                    "unreviewed",
                    Optional.of("error: do not use"));

    private static Content content(String title, Passage... passages) {
        TreeMap<String, Value> fields = new TreeMap<>();
        fields.put("title", new Value.Text(title));
        fields.put("summary", new Value.Text(""));
        fields.put("tags", Value.Terms.of(new TreeSet<>(List.of("mint", "pots"))));
        return new Content(fields, List.of(passages));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        ItemFile file =
                new ItemFile(
                        ItemStatus.LIVE,
                        Optional.of(MARKS),
                        content(
                                "Keeping mint: a plan",
                                Passage.of(new SectionId("intro"), "Mint.\n\n---\n\nMore."),
                                Passage.own("Our own."),
                                Passage.of(new SectionId("pots"), "## Pots\n\n- one\n- two")));

        assertThat(ItemFile.parse(file.text())).isEqualTo(file);
        assertThat(ItemFile.parse(file.text().replace("\n", "\r\n"))).isEqualTo(file);
    }

    @Test
    void aCopiedSectionAndWhatStandsFirstAreEditorsOwn() {
        ItemFile file =
                ItemFile.parse(
                        "---\nstatus: trashed\ntitle: T\ntags: pots, mint\n---\nFirst.\n"
                                + "<!-- section a -->\nA.\n<!-- section a -->\nA again.\n"
                                + "<!-- section b -->\n\n");

        assertThat(file)
                .isEqualTo(
                        new ItemFile(
                                ItemStatus.TRASHED,
                                Optional.empty(),
                                content(
                                        "T",
                                        Passage.own("First."),
                                        Passage.of(new SectionId("a"), "A."),
                                        Passage.own("A again."))));
    }

    @Test
    void aTextWithoutAHeadIsADraftOfNobody() {
        ItemFile file = ItemFile.parse("Just a text.");

        assertThat(file.status()).isEqualTo(ItemStatus.DRAFT);
        assertThat(file.marks()).isEmpty();
        assertThat(file.content().body()).containsExactly(Passage.own("Just a text."));
    }
}
