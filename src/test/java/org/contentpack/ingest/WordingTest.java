package org.contentpack.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.ingest.IngestRule.ING_011;
import static org.contentpack.ingest.IngestRule.ING_012;
import static org.contentpack.ingest.IngestRule.ING_020;
import static org.contentpack.ingest.IngestRule.ING_030;
import static org.contentpack.ingest.IngestRule.ING_040;
import static org.contentpack.ingest.IngestRule.ING_041;
import static org.contentpack.ingest.IngestRule.ING_042;
import static org.contentpack.ingest.IngestRule.ING_050;
import static org.contentpack.ingest.IngestRule.ING_051;
import static org.contentpack.ingest.IngestRule.ING_052;
import static org.contentpack.ingest.IngestRule.ING_082;
import static org.contentpack.ingest.IngestRule.ING_084;
import static org.contentpack.ingest.IngestRule.ING_086;
import static org.contentpack.ingest.IngestRule.ING_088;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each detector takes for a defect, and what looks like one and is none. */
class WordingTest {

    private static final String ENGLISH =
            "\n\nThis is the text that you can read when it is dark and the moon is up for you.\n";

    private static final String SPANISH =
            "\n\nEste es el texto que se puede leer en la noche con la luz de la luna para el que duerme.\n";

    private static List<String> in(String text, IngestRule... rules) {
        return Drafts.codesAndPlaces("source.txt", "Of the night\n\n" + text, rules);
    }

    private static List<String> english(String text, IngestRule... rules) {
        return in(text + ENGLISH, rules);
    }

    private static List<String> spanish(String text, IngestRule... rules) {
        return in(text + SPANISH, rules);
    }

    @Test
    void itemsInThePersonOfSomebodyAreFoundWhereOthersAreNot() {
        assertThat(
                        english(
                                "- I am drinking tea.\n- Walk a little.\n- She was opening the door.",
                                ING_040))
                .containsExactly("ING-040 3:3", "ING-040 5:3");
        assertThat(
                        spanish(
                                "- Estoy bebiendo agua.\n- Camine un poco.\n- Ella está abriendo la puerta.",
                                ING_040))
                .containsExactly("ING-040 3:3", "ING-040 5:3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A self-test: every item speaks of the same person.
                "- I wake up early.\n- I lie awake for an hour.\n- I feel tired at noon.",
                // Too few to say what the rest is.
                "- I drink tea.\n- Walk a little.",
                "- It rains.\n- Walk a little.\n- Iris petals fall."
            })
    void itemsThatMeanAPersonAreNotFound(String list) {
        assertThat(english(list, ING_040)).isEmpty();
    }

    @Test
    void aClauseWithoutItsSubjectIsFound() {
        assertThat(english("Rest a while. If feel cold, get a blanket.", ING_041))
                .containsExactly("ING-041 3:15");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "If experience shows that it works, go on.",
                "If you feel cold, get a blanket.",
                "If notice is given, nobody minds.",
                "If need be, sit down.",
                "Ask whether if have is a verb."
            })
    void aClauseWithASubjectIsNotFound(String sentence) {
        assertThat(english(sentence, ING_041)).isEmpty();
    }

    @Test
    void spanishSentencesNeedNoSubject() {
        assertThat(spanish("Si siente frío, busque una manta.", ING_041)).isEmpty();
    }

    @Test
    void adviceWithoutACautionIsFoundOnceInASection() {
        assertThat(
                        english(
                                "Ibuprofen helps. Take ibuprofen at night.\n\nAt Sea\n\nIbuprofen helps there too.",
                                ING_042))
                .containsExactly("ING-042 3:1", "ING-042 7:1");
        assertThat(spanish("El paracetamol ayuda.", ING_042)).containsExactly("ING-042 3:4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ask your pharmacist before you take ibuprofen.",
                "Ibuprofen helps. Do not take it if you are pregnant.",
                "Compression stockings are not suitable for people with numb feet.",
                "A dentist may say that supplements help, but consult with a healthcare provider before starting any.",
                // Named, but no remedy.
                "Statins lower cholesterol.",
                "A supplementary rope tenses the anchor."
            })
    void adviceWithACautionIsNotFound(String sentence) {
        assertThat(english(sentence, ING_042)).isEmpty();
    }

    @Test
    void aCautionTwoSentencesAwayIsNone() {
        assertThat(
                        english(
                                "Ibuprofen helps. So does sleep. Do not take it if you are pregnant.",
                                ING_042))
                .containsExactly("ING-042 3:1");
    }

    @Test
    void aSpanishCautionIsOne() {
        assertThat(spanish("Pregunte a su médico si puede tomar ibuprofeno.", ING_042)).isEmpty();
        assertThat(spanish("El ibuprofeno ayuda. No lo tome si está embarazada.", ING_042))
                .isEmpty();
    }

    @Test
    void linesOfASiteAreFurniture() {
        assertThat(english("Share this article\n\nNext articleWhy owls turn their heads", ING_050))
                .containsExactly("ING-050 3:1", "ING-050 5:1");
        assertThat(spanish("Artículo anterior: Los búhos\n\nDeja un comentario", ING_050))
                .containsExactly("ING-050 3:1", "ING-050 5:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Share this with your neighbours if the street is dark at night, they will want to know.",
                "We subscribe to the view that owls are wise.",
                "The previous article of the treaty was shorter than this one is, by a long way."
            })
    void sentencesAboutSuchThingsAreText(String sentence) {
        assertThat(english(sentence, ING_050)).isEmpty();
    }

    @Test
    void aCreditIsAPlaceOfAPicture() {
        assertThat(english("Photo by Ada Byron.", ING_030)).containsExactly("ING-030 3:1");
        assertThat(english("OF THE NIGHT\n\nImage source: owls.example", ING_030, ING_050))
                .containsExactly("ING-030 5:1");
        assertThat(spanish("Fotografía de Ada Byron.", ING_030)).containsExactly("ING-030 3:1");
        assertThat(
                        english(
                                "Photo by photo the whole album was burnt in the yard behind the old house, and nobody ever saw one of the pictures again after that evening.",
                                ING_030))
                .isEmpty();
    }

    @Test
    void aTitleTwiceIsFoundAndAHeadingThatIsLikeItIsNot() {
        assertThat(english("Of The Night!", ING_011)).containsExactly("ING-011 3:1");
        assertThat(english("Of The Nights", ING_011)).isEmpty();
    }

    @Test
    void aNumberBelongsToATitleUnlessTheSourceSaysItWithout() {
        assertThat(
                        Drafts.codesAndPlaces(
                                "a.txt",
                                "Owls 3\n\nText.\n\nOwls\n\nPhoto by Ada." + ENGLISH,
                                ING_012))
                .containsExactly("ING-012 1:1");
        assertThat(Drafts.codesAndPlaces("a.txt", "Owls 3\n\nText of owls.\n" + ENGLISH, ING_012))
                .isEmpty();
    }

    @Test
    void aWiderGapIsALostHeadingOnlyInATextWithHeadings() {
        String sections = "Owls\n\nThey fly.\n\nBats\n\nThey hang.\n\nNo gap.\n\n\nMice run.";
        assertThat(english(sections, ING_020)).containsExactly("ING-020 14:1");
        assertThat(english("They fly.\n\nThey hang.\n\n\nMice run.", ING_020)).isEmpty();
        assertThat(english(sections.replace("\n\n\n", "\n\n").replace("\n\n", "\n\n\n"), ING_020))
                .isEmpty();
    }

    @Test
    void aBoxAboutTheAuthorIsFoundAndSomebodyWhoIsNamedIsNot() {
        assertThat(english("Owls hoot.", ING_051)).isEmpty();
        assertThat(in("x" + ENGLISH + "\nHello! My name is Ada Byron and I like owls.", ING_051))
                .containsExactly("ING-051 7:1");
        assertThat(in("x" + ENGLISH + "\nThe dog said that my name is mud.", ING_051)).isEmpty();
        assertThat(in("x" + SPANISH + "\nSobre la autora\n\nAda Byron escribe.", ING_051))
                .containsExactly("ING-051 7:1");
    }

    @Test
    void bylinesAndDatesAreNoText() {
        assertThat(
                        english(
                                "By Ada Byron\n\nPublished on March 3, 2024\n\nBy night owls hunt.",
                                ING_052))
                .containsExactly("ING-052 3:1", "ING-052 5:1");
    }

    @Test
    void reviewsDisclaimersSourcesAndHelpAreRecognised() {
        assertThat(
                        english(
                                """
                                Medically reviewed by Ada Byron, MD

                                Aspirin can be in it.

                                When to see a doctor

                                When it hurts.

                                References

                                A book.

                                This is not a substitute for professional medical advice.
                                """,
                                ING_082,
                                ING_084,
                                ING_086,
                                ING_088))
                .containsExactly("ING-082 3:1", "ING-088 7:1", "ING-084 11:1", "ING-086 15:1");
        assertThat(
                        english(
                                "The council reviewed by night what it had decided by day, and it has not told anybody until this very week why it did so then.",
                                ING_082))
                .isEmpty();
    }
}
