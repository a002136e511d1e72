package org.contentpack.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.contentpack.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @BadInput("M7")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", "..", "-x", "x-", "a--b", "Pack", "раck", "a%b", "a/b", "a_b", "1a", "a b",
                "a\n", "con", "aux", "lpt1"
            })
    void whatIsNoPackIdIsNotRead(String text) {
        assertThat(PackId.parse(text)).isEmpty();
    }

    @Test
    void namesAreProposedInPlainLetters() {
        assertThat(SectionId.proposed("What’s new? Ça va, 2 times"))
                .contains(new SectionId("whats-new-ca-va-2-times"));
        assertThat(ArticleId.proposed("10 ways to sleep")).contains(new ArticleId("ways-to-sleep"));
        assertThat(Slug.proposed("10 ways to sleep")).contains(new Slug("10-ways-to-sleep"));
        assertThat(SectionId.proposed("الضوء")).isEmpty();
        assertThat(PackId.proposed("Con")).isEmpty();
        assertThat(ArticleId.proposed("owl ".repeat(500)))
                .contains(new ArticleId("owl-".repeat(24) + "owl"));
    }

    @Test
    void wordsOfAddressesAreReserved() {
        assertThat(new Slug("health").isReserved()).isTrue();
        assertThat(new Slug("healthy").isReserved()).isFalse();
    }

    @Test
    void idsAreBounded() {
        assertThat(PackId.parse("contents")).isPresent();
        assertThat(PackId.parse("a".repeat(100))).isPresent();
        assertThat(PackId.parse("a".repeat(101))).isEmpty();
    }

    @Test
    void articleIdsHaveNoDot() {
        assertThat(ArticleId.parse("dehydration.es")).isEmpty();
    }

    @Test
    void digestsAreLowerCaseHex() {
        assertThat(Digest.of("").value())
                .isEqualTo(
                        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Digest.parse("sha256:" + "A".repeat(64))).isEmpty();
        assertThatThrownBy(() -> new Digest("sha256:12"))
                .hasMessage(
                        "digest must be \"sha256:\" and 64 lower-case hex digits: \"sha256:12\"");
    }

    /** The text is what sha256sum prints, so its digest is the release digest. */
    @Test
    void aFileListIsWrittenAsSha256sumPrintsIt() {
        FileList list =
                new FileList(
                        List.of(
                                new FileEntry(new FilePath("a.md"), Digest.of("a"), 1),
                                new FileEntry(new FilePath("b.md"), Digest.of("b"), 1)));

        assertThat(list.text())
                .isEqualTo(
                        "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a.md\n"
                                + "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  b.md\n");
        assertThat(list.digest()).isEqualTo(Digest.of(list.text()));
    }

    @Test
    void aFileListIsSorted() {
        FileEntry a = new FileEntry(new FilePath("a.md"), Digest.of("a"), 1);
        FileEntry b = new FileEntry(new FilePath("b.md"), Digest.of("b"), 1);

        assertThatThrownBy(() -> new FileList(List.of(b, a))).hasMessageContaining("\"a.md\"");
        assertThatThrownBy(() -> new FileList(List.of(a, a))).hasMessageContaining("\"a.md\"");
    }

    @Test
    void onlyTheIntroHasNoHeading() {
        assertThatThrownBy(
                        () ->
                                new Section(
                                        new SectionId("causes"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(),
                                        "",
                                        Digest.of(""),
                                        List.of(),
                                        List.of()))
                .hasMessageContaining("\"causes\"");
    }
}
