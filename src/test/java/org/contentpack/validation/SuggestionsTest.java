package org.contentpack.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.contentpack.archive.InMemoryPackFiles;
import org.contentpack.finding.BuiltInRule;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A misspelt word or a reference that leads nowhere names what was probably meant. */
class SuggestionsTest {

    private static final String ARTICLE = "articles/growing-basil.md";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pack.yaml | publisher: | publihser: | MAN-021 | publisher",
                "pack.yaml | profile: health | profile: heatlh | MAN-059 | health",
                "pack.yaml | kind: addition | kind: adition | MAN-063 | addition",
                "pack.yaml | kind: section | kind: secton | MAN-062 | section",
                "pack.yaml | article: growing-basil, text | article: growing-basli, text | REF-065 | growing-basil",
                "pack.yaml | to: growing-mint | to: growing-mnit | REF-060 | growing-mint",
                "pack.yaml | to: watering | to: wateirng | REF-050 | watering",
                "pack.yaml | path: assets/leaf.svg | path: assets/leef.svg | REF-043 | assets/leaf.svg",
                "articles/growing-basil.md | summary: | sumary: | ART-021 | summary",
                "articles/growing-basil.md | status: unreviewed | status: unreviwed | ART-054 | unreviewed",
                "articles/growing-basil.md | .cause | .casue | ART-069 | cause",
                "articles/growing-basil.md | #watering cites= | #watering cite= | ART-064 | cites",
                "articles/growing-basil.md | {not-for cites= | {not-for sites= | ART-064 | cites",
                "articles/growing-basil.md | {not-for basis | {not-fro basis | ART-071 | not-for",
                "articles/growing-basil.md | {routine} | {rotuine} | HLT-005 | routine",
                "articles/growing-basil.md | #watering cites=\"handbook | #watering cites=\"handbok | REF-010 | handbook",
                "articles/growing-basil.md | growing-mint.md | growing-mnit.md | REF-001 | growing-mint.md#watering",
                "articles/growing-basil.md | md#watering | md#wateirng | REF-002 | growing-mint.md#watering",
                "articles/growing-basil.md | (#watering) | (#wateirng) | REF-002 | #watering",
                "articles/growing-basil.md | ../assets/leaf.svg | ../assets/laef.svg | REF-040 | ../assets/leaf.svg",
            })
    void theNearestIsAskedFor(String file, String right, String wrong, String code, String meant)
            throws IOException {
        assertThat(findings(pack())).isEmpty();
        List<Finding> findings = findings(Packs.replace(pack(), file, right, wrong));
        assertThat(findings)
                .filteredOn(f -> f.rule().code().equals(code))
                .extracting(Finding::suggestion)
                .containsOnly(Optional.of(meant));
        assertThat(findings)
                .filteredOn(f -> f.rule().code().equals(code))
                .allSatisfy(f -> assertThat(f.hint()).endsWith(" Did you mean \"" + meant + "\"?"));
    }

    private static List<Finding> findings(InMemoryPackFiles files) throws IOException {
        return Fixture.VALIDATION
                .validate(files, List.of(), PreviousReleases.NONE)
                .report()
                .findings();
    }

    @Test
    void aTranslationWithoutSourceNamesTheNearestArticle() throws IOException {
        InMemoryPackFiles pack = pack();
        String text = Packs.text(pack, ARTICLE).replace("growing-basil", "growing-basli");
        assertThat(findings(pack.with("articles/growing-basli.es.md", text.getBytes(UTF_8))))
                .filteredOn(f -> f.rule() == BuiltInRule.REF_031)
                .extracting(Finding::suggestion)
                .containsExactly(Optional.of("growing-basil"));
    }

    /** Among thousands of articles with thousands of wrong ids the first are asked for. */
    @Test
    @Timeout(20)
    void aPackFullOfWrongIdsTakesNoLonger() throws IOException {
        InMemoryPackFiles pack = pack();
        String text = Packs.text(pack, ARTICLE);
        StringBuilder related = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            String id = "growing-basil-in-pots-" + i;
            pack.with("articles/" + id + ".md", text.getBytes(UTF_8));
            related.append("  - {article: growing-basil, to: growing-basli-in-ptos-x")
                    .append(i)
                    .append("}\n");
        }
        String manifest = Packs.text(pack, "pack.yaml");
        pack.with(
                "pack.yaml",
                manifest.replace("related:\n", "related:\n" + related).getBytes(UTF_8));
        assertThat(findings(pack)).hasSize(Report.MAX_FINDINGS);
    }

    /** Two articles, and each thing that can be referred to. */
    private static InMemoryPackFiles pack() throws IOException {
        InMemoryPackFiles files = Fixture.named("health-complete-valid").files();
        String mint = Packs.text(files, ARTICLE).replace("growing-basil", "growing-mint");
        String basil =
                Packs.text(files, ARTICLE)
                        .replace("See [", "See [mint](growing-mint.md#watering) and [");
        String manifest =
                Packs.text(files, "pack.yaml")
                        + """
                        related:
                          - {article: growing-basil, to: growing-mint}
                        redirects:
                          - {kind: section, article: growing-basil, from: care, to: watering}
                        changes:
                          - {kind: addition, article: growing-basil, text: New.}
                        """;
        return files.with("articles/growing-mint.md", mint.getBytes(UTF_8))
                .with(ARTICLE, basil.getBytes(UTF_8))
                .with("pack.yaml", manifest.getBytes(UTF_8));
    }
}
