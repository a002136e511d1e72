package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.QLT_002;

import java.util.function.Consumer;
import org.contentpack.finding.Finding;

/** QLT-002: a sentence has at most {@value #MOST} words. */
final class SentencesAreShort implements ProseRule {

    static final int MOST = 30;

    private static final int SHOWN = 60;

    @Override
    public void check(Prose prose, Consumer<Finding> found) {
        for (Prose.PlacedSentence placed : prose.sentences()) {
            int words = placed.sentence().words();
            if (words > MOST) {
                String text = placed.sentence().text();
                found.accept(
                        Finding.of(
                                QLT_002,
                                prose.at(placed),
                                words,
                                MOST,
                                text.substring(
                                        0,
                                        text.offsetByCodePoints(
                                                0,
                                                Math.min(
                                                        SHOWN,
                                                        text.codePointCount(0, text.length()))))));
            }
        }
    }
}
