package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.QLT_003;

import java.util.List;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.wording.Phrases;
import org.contentpack.manifest.wording.Sentence;
import org.contentpack.manifest.wording.Token;
import org.contentpack.manifest.wording.Words.Kind;

/** QLT-003: no sentence promises a cure or a certainty. */
final class NothingIsPromised implements ProseRule {

    /** How many words before a promise may turn it round. */
    private static final int REACH = 4;

    @Override
    public void check(Prose prose, Consumer<Finding> found) {
        Phrases claims = prose.words().phrases(Kind.CLAIM);
        Phrases negations = prose.words().phrases(Kind.CLAIM_NEGATION);
        for (Prose.PlacedSentence placed : prose.sentences()) {
            Sentence sentence = placed.sentence();
            if (sentence.text().endsWith("?")) {
                continue;
            }
            List<Token> tokens = sentence.tokens();
            for (Phrases.Match claim : claims.all(tokens)) {
                List<Token> before =
                        tokens.subList(Math.max(0, claim.from() - REACH), claim.from());
                if (!negations.areIn(before)) {
                    int start = tokens.get(claim.from()).start() - sentence.start();
                    int end = tokens.get(claim.to() - 1).end() - sentence.start();
                    found.accept(
                            Finding.of(
                                    QLT_003,
                                    prose.at(placed),
                                    sentence.text().substring(start, end),
                                    sentence.text()));
                }
            }
        }
    }
}
