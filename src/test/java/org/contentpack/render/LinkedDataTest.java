package org.contentpack.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.export.PackView;
import org.contentpack.pack.Article;
import org.contentpack.pack.ArticleHead;
import org.contentpack.pack.Review;
import org.contentpack.pack.Reviewer;
import org.contentpack.pack.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedDataTest {

    private static final TextStatus UNREVIEWED =
            new TextStatus(new Review.Unreviewed(), false, List.of());

    private static PackView pack(String version) throws Exception {
        return PackView.of(Path.of("content-pack/leg-cramps-at-night", version));
    }

    private static LinkedData of(PackView view, ArticleHead head, TextStatus status)
            throws Exception {
        return new LinkedData(
                view.article(head),
                status,
                new PageContext(view.release(), new TestAddresses(), Optional.empty(), List.of()));
    }

    private static List<TextStatus> states() {
        Review reviewed =
                new Review.Reviewed(
                        new Reviewer("Somebody", "pharmacist"),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2027, 1, 1));
        TextStatus.Notice notice = new TextStatus.Notice("expired", "Ask again.");
        TextStatus.Notice unsafe =
                new TextStatus.Notice(TextStatus.Notice.SAFETY, "1.1.0: Not for children.");
        return List.of(
                UNREVIEWED,
                new TextStatus(reviewed, false, List.of()),
                new TextStatus(reviewed, true, List.of(notice)),
                new TextStatus(reviewed, false, List.of(unsafe, notice)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "1.1.0"})
    void everyTermIsOneOfTheVocabulary(String version) throws Exception {
        Vocabulary vocabulary = Vocabulary.load();
        PackView view = pack(version);
        for (ArticleHead head : view.release().articles()) {
            for (TextStatus status : states()) {
                LinkedData data = of(view, head, status);
                assertThat(vocabulary.violations(data.article())).isEmpty();
                for (Section section : view.article(head).sections()) {
                    assertThat(vocabulary.violations(data.section(section))).isEmpty();
                }
            }
        }
    }

    @Test
    void theVocabularyNoticesWhatItDoesNotHave() throws Exception {
        assertThat(
                        Vocabulary.load()
                                .violations(
                                        Map.of(
                                                "@context",
                                                "https://schema.org",
                                                "@type",
                                                "WebPageElement",
                                                "lastReviewed",
                                                "2026-01-01",
                                                "isPartOf",
                                                Map.of("@type", "Person"),
                                                "publisher",
                                                "somebody",
                                                "hasPart",
                                                Map.of("@type", "Chapter2"))))
                .hasSize(5);
    }

    @Test
    void onlyAReviewedTextHasADayOfReview() throws Exception {
        PackView view = pack("1.1.0");
        ArticleHead head = view.release().articles().get(0);

        assertThat(of(view, head, states().get(0)).article())
                .containsEntry("creativeWorkStatus", "unreviewed")
                .doesNotContainKeys("lastReviewed", "reviewedBy");
        assertThat(of(view, head, states().get(1)).article())
                .containsEntry("creativeWorkStatus", "reviewed")
                .containsEntry("lastReviewed", "2026-01-01")
                .containsEntry(
                        "reviewedBy",
                        Map.of("@type", "Person", "name", "Somebody", "jobTitle", "pharmacist"));
    }

    @Test
    void aWithdrawalIsACorrection() throws Exception {
        PackView view = pack("1.1.0");
        ArticleHead head = view.release().articles().get(0);

        assertThat(of(view, head, states().get(2)).article())
                .containsEntry("creativeWorkStatus", "expired")
                .containsEntry(
                        "correction",
                        Map.of(
                                "@type",
                                "CorrectionComment",
                                "text",
                                "The publisher no longer stands by this text. It may be out of"
                                        + " date. Ask again."));
    }

    @Test
    void aSectionCarriesAllThatHoldsForIt() throws Exception {
        PackView view = pack("1.1.0");
        ArticleHead head =
                view.release().articles().stream()
                        .filter(a -> a.language().tag().equals("en"))
                        .findFirst()
                        .orElseThrow();
        Article article = view.article(head);
        Section section =
                article.sections().stream()
                        .filter(s -> !s.cautions().isEmpty() && !s.cited().isEmpty())
                        .findFirst()
                        .orElseThrow();
        String json =
                JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(of(view, head, UNREVIEWED).section(section));

        assertThat(json)
                .contains("\"@type\" : \"WebPageElement\"", "\"version\" : \"1.1.0\"")
                .contains("Not for everyone")
                .contains(article.disclaimer().orElseThrow())
                .contains("Not decided yet: ask the publisher")
                .contains("\"isBasedOn\"", "\"isPartOf\"", "\"citation\"")
                .contains(section.digest().value());
    }
}
