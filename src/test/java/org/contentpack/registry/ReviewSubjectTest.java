package org.contentpack.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.ReleaseId;
import org.contentpack.pack.Reviewer;
import org.contentpack.version.Version;
import org.junit.jupiter.api.Test;

/** The lines that a reviewer signs, exactly as {@code docs/signatures.md} promises them. */
class ReviewSubjectTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-24");

    private static final ReviewSubject SUBJECT =
            new ReviewSubject(
                    new ReleaseId(new PackId("garden-notes"), new Version("1.0.0")),
                    Digest.of("list"),
                    new ArticleId("growing-basil"),
                    new Language("pt-BR"),
                    Digest.of("article"));

    private static final String LINES =
            "contentpack review 1\n"
                    + "garden-notes@1.0.0\n"
                    + Digest.of("list")
                    + "\narticle growing-basil\nlanguage pt-BR\ndigest "
                    + Digest.of("article")
                    + "\n";

    private static ReviewStatement approved(String name, Optional<String> registration) {
        return new ReviewStatement.Approved(
                new Reviewer(name, "head gardener"),
                registration,
                "facts and doses",
                DAY,
                DAY.plusYears(1));
    }

    @Test
    void anApprovalHasALineForEachThingThatItSays() {
        assertThat(SUBJECT.signedText(approved("Ana Jardín", Optional.of("12 345"))))
                .isEqualTo(
                        LINES
                                + "outcome approved\nreviewer Ana Jardín\nrole head gardener\n"
                                + "registration 12 345\nscope facts and doses\n"
                                + "date 2026-11-24\nnextReview 2027-11-24\n");
    }

    @Test
    void whatIsNotSaidHasNoLine() {
        assertThat(SUBJECT.signedText(approved("Ana", Optional.empty())))
                .isEqualTo(
                        LINES
                                + "outcome approved\nreviewer Ana\nrole head gardener\n"
                                + "scope facts and doses\ndate 2026-11-24\n"
                                + "nextReview 2027-11-24\n");
    }

    @Test
    void aRevocationSaysWhy() {
        assertThat(SUBJECT.signedText(new ReviewStatement.Revoked("Out of date.", DAY)))
                .isEqualTo(LINES + "outcome revoked\nreason Out of date.\ndate 2026-11-24\n");
    }

    /** Else a name could say what is signed in another line. */
    @Test
    void noTextHasALineFeed() {
        assertThatThrownBy(() -> approved("Ana\nrole surgeon", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> approved("Ana", Optional.of("1\nscope all")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReviewStatement.Revoked("a\nb", DAY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
