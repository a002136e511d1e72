package org.contentpack.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Change;
import org.contentpack.pack.ChangeKind;
import org.junit.jupiter.api.Test;

/** Words and notes are written, and all else stays as people wrote it. */
class ManifestEditTest {

    private static final Change NOTE =
            new Change(ChangeKind.SAFETY, new ArticleId("basil"), "Not: for cats.");

    private static Optional<String> edited(
            String text, String version, Set<Integer> left, Change... added) {
        return ManifestEdit.of(text)
                .map(edit -> edit.word("version", version))
                .filter(edit -> edit.changes(left, List.of(added)))
                .map(ManifestEdit::text);
    }

    @Test
    void commentsAndOrderStay() {
        assertThat(
                        edited(
                                """
                                # Ours.
                                version: '1.0.0'   # next: 1.1.0
                                changes:
                                  # The first.
                                  - kind: editorial  # small
                                    article: basil
                                    text: >-
                                      Words
                                      😀 again.

                                  # The second.
                                  - {kind: review, article: basil, text: Read again.}
                                # The end.
                                title: Herbs
                                """,
                                "1.0.1",
                                Set.of(0),
                                NOTE))
                .contains(
                        """
                        # Ours.
                        version: 1.0.1   # next: 1.1.0
                        changes:
                          # The first.

                          # The second.
                          - {kind: review, article: basil, text: Read again.}
                          - kind: safety
                            article: basil
                            text: 'Not: for cats.'
                        # The end.
                        title: Herbs
                        """);
    }

    @Test
    void notesStandAsDeepAsThoseBefore() {
        assertThat(
                        edited(
                                "version: 1.0.0\nchanges:\n- kind: review\n  article: a\n  text: b",
                                "1.0.0",
                                Set.of(),
                                NOTE))
                .contains(
                        """
                        version: 1.0.0
                        changes:
                        - kind: review
                          article: a
                          text: b
                        - kind: safety
                          article: basil
                          text: 'Not: for cats.'
                        """);
    }

    @Test
    void aListThatIsNotThereIsAddedBehindTheLastKey() {
        assertThat(edited("version: 1.0.0\ntags: [a]\n\n# The end.\n", "1.1.0", Set.of(), NOTE))
                .contains(
                        """
                        version: 1.1.0
                        tags: [a]
                        changes:
                          - kind: safety
                            article: basil
                            text: 'Not: for cats.'

                        # The end.
                        """);
    }

    @Test
    void aListInBracketsGetsLines() {
        String text = "version: 1.0.0\nchanges: [{kind: review, article: a, text: b}] # ours\n";
        assertThat(edited(text, "2.0.0", Set.of(), NOTE))
                .contains(
                        """
                        version: 2.0.0
                        changes:
                          - kind: review
                            article: a
                            text: b
                          - kind: safety
                            article: basil
                            text: 'Not: for cats.' # ours
                        """);
        assertThat(edited(text, "2.0.0", Set.of(0)))
                .contains("version: 2.0.0\nchanges: [] # ours\n");
        assertThat(edited("version: 1.0.0\nchanges: []\n", "2.0.0", Set.of(), NOTE))
                .contains(
                        """
                        version: 2.0.0
                        changes:
                          - kind: safety
                            article: basil
                            text: 'Not: for cats.'
                        """);
    }

    @Test
    void aListOfWhichNothingStaysIsEmptyAndKeepsItsComments() {
        assertThat(
                        edited(
                                """
                                version: 1.0.0
                                changes:
                                  # Of 1.0.0.
                                  - kind: review
                                    article: a
                                    text: b
                                title: Herbs
                                """,
                                "1.0.1",
                                Set.of(0)))
                .contains(
                        """
                        version: 1.0.1
                        changes: []
                          # Of 1.0.0.
                        title: Herbs
                        """);
    }

    @Test
    void dashesMayStandInLinesOfTheirOwn() {
        String text =
                """
                version: 1.0.0
                changes:
                  - # first - of two
                    kind: review
                    article: a
                    text: b
                  -
                    # second - of two
                    kind: review
                    article: a
                    text: c
                """;
        assertThat(edited(text, "1.0.0", Set.of(0)))
                .contains(
                        """
                        version: 1.0.0
                        changes:
                          -
                            # second - of two
                            kind: review
                            article: a
                            text: c
                        """);
        assertThat(edited(text, "1.0.0", Set.of(1), NOTE))
                .contains(
                        """
                        version: 1.0.0
                        changes:
                          - # first - of two
                            kind: review
                            article: a
                            text: b
                          - kind: safety
                            article: basil
                            text: 'Not: for cats.'
                        """);
    }

    @Test
    void aVersionInSeveralLinesBecomesAWord() {
        assertThat(edited("version: >-\n  1.0.0\ntitle: Herbs\n", "1.0.1", Set.of()))
                .contains("version: 1.0.1\ntitle: Herbs\n");
    }

    @Test
    void whatHasNoLinesOfItsOwnIsNotEdited() {
        assertThat(edited("{version: 1.0.0}\n", "1.0.1", Set.of())).isEmpty();
        assertThat(edited("- version\n", "1.0.1", Set.of())).isEmpty();
        assertThat(edited("version: 1.0.0\nchanges: [a]\n", "1.0.1", Set.of(), NOTE)).isEmpty();
    }
}
