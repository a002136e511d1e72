package org.contentpack.rest;

import java.time.Instant;
import java.util.Optional;
import org.contentpack.pack.ArticleId;
import org.contentpack.registry.PackHistory.InForce;

/**
 * The wire shape of a withdrawal.
 *
 * @param article absent for a release as a whole
 */
record WithdrawalAnswer(
        Optional<ArticleId> article,
        String kind,
        Optional<String> note,
        Optional<String> replacedBy,
        Instant since) {

    static WithdrawalAnswer of(Optional<ArticleId> article, InForce inForce) {
        return new WithdrawalAnswer(
                article,
                inForce.withdrawal().kind().id(),
                inForce.withdrawal().note(),
                inForce.withdrawal().replacedBy(),
                inForce.since());
    }
}
