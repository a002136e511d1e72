package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.QLT_001;

import java.util.List;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.manifest.wording.Readability;
import org.contentpack.manifest.wording.Sentence;

/** QLT-001: a text reaches a reading ease of {@value #LEAST}, where its language has a formula. */
final class TextsAreEasyToRead implements ProseRule {

    /** Below it Flesch speaks of difficult texts, and Fernández Huerta too. */
    static final int LEAST = 50;

    /** The formulas were made on samples of 100 words; fewer say little. */
    static final int SAMPLE = 100;

    @Override
    public void check(Prose prose, Consumer<Finding> found) {
        List<Sentence> sentences =
                prose.sentences().stream().map(Prose.PlacedSentence::sentence).toList();
        prose.language()
                .flatMap(language -> Readability.of(language, sentences))
                .filter(ease -> ease.words() >= SAMPLE && ease.score() < LEAST)
                .ifPresent(
                        ease ->
                                found.accept(
                                        Finding.of(
                                                QLT_001,
                                                Location.of(prose.article().file()),
                                                ease.formula().title(),
                                                ease.score(),
                                                LEAST)));
    }
}
