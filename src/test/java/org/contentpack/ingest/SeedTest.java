package org.contentpack.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.contentpack.ingest.IngestResult.Drafted;
import org.contentpack.pack.FilePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The article that the first pack derives from. It is not ours, so it does not lie here; the
 * fixture {@code seed-like} has the same defects in our own words.
 */
class SeedTest {

    private static final Path SEED = Path.of("../shared/seed");

    private String source = "";

    @BeforeEach
    void readSeed() throws IOException {
        assumeTrue(Files.isDirectory(SEED), "SKIPPED: the source article is not here");
        try (Stream<Path> files = Files.list(SEED)) {
            source = Files.readString(files.findFirst().orElseThrow(), UTF_8);
        }
    }

    private Drafted draft() {
        return Drafts.drafted(
                new Ingest(IngestOptions.NONE).ingest("seed.txt", source.getBytes(UTF_8)));
    }

    @Test
    void everyDefectIsFoundWhereItIs() {
        assertThat(Drafts.codesAndPlaces(draft().report()))
                .containsExactly(
                        // The title, twice, with a counter; what the source does not say at all.
                        "ING-012 1:1",
                        "ING-013 1:1",
                        "ING-061 1:1",
                        "ING-067 1:1",
                        "ING-069 1:1",
                        "ING-070 1:1",
                        "ING-071 1:1",
                        "ING-081 1:1",
                        "ING-083 1:1",
                        "ING-085 1:1",
                        "ING-087 1:1",
                        "ING-011 2:1",
                        "ING-063 4:1",
                        // Places of pictures, lost headings, advice without caution.
                        "ING-030 18:1",
                        "ING-020 23:1",
                        "ING-080 33:159",
                        "ING-042 41:9",
                        "ING-030 51:1",
                        "ING-020 62:1",
                        "ING-030 66:1",
                        "ING-041 74:1",
                        "ING-030 82:1",
                        // Two lists that a machine rewrote.
                        "ING-040 92:5",
                        "ING-040 93:5",
                        "ING-040 94:5",
                        "ING-040 96:5",
                        "ING-040 97:5",
                        "ING-040 101:5",
                        "ING-040 102:5",
                        "ING-042 102:19",
                        "ING-040 103:5",
                        "ING-042 103:58",
                        "ING-042 103:71",
                        "ING-040 104:5",
                        "ING-042 104:59",
                        "ING-042 104:104",
                        "ING-042 105:17",
                        "ING-042 105:45",
                        "ING-042 105:66",
                        "ING-040 106:5",
                        // What the site put below it.
                        "ING-050 112:1",
                        "ING-050 113:1",
                        "ING-051 114:1");
    }

    @Test
    void sectionsAreThoseOfTheArticle() {
        String article =
                draft().draft()
                        .files()
                        .get(new FilePath("articles/what-causes-leg-cramps-at-night.md"));

        assertThat(article).isNotNull();
        assertThat(article.lines().filter(l -> l.startsWith("## ")).toList())
                .isEqualTo(
                        List.of(
                                "## Muscle Fatigue {#muscle-fatigue}",
                                "## ⟦heading⟧",
                                "## Electrolyte Imbalance {#electrolyte-imbalance}",
                                "## Poor Blood Circulation {#poor-blood-circulation}",
                                "## Muscle Overuse {#muscle-overuse}",
                                "## Nerve Compression {#nerve-compression}",
                                "## ⟦heading⟧",
                                "## Certain Medications {#certain-medications}",
                                "## Underlying Medical Conditions {#underlying-medical-conditions}",
                                "## Prevention and Treatment {#prevention-and-treatment}"));
    }

    @Test
    void provenanceIsKept() {
        assertThat(draft().draft().files().get(new FilePath("pack.yaml")))
                .contains(
                        """
                        provenance:
                          - title: what causes leg cramps at night 3
                            site: sleepingexpert.info
                            byline: Amanda Bryant
                        """);
    }

    @Test
    void draftValidatesButForWhatIsToBeDecided() throws IOException {
        Drafts.validatesButForWhatIsToBeDecided(draft());
    }

    @Test
    void draftHasNoWordThatTheSourceLacks() {
        Drafts.hasNoWordOfItsOwn(draft(), source);
    }
}
