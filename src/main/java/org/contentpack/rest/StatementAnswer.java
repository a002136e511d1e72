package org.contentpack.rest;

import java.time.LocalDate;
import java.util.Optional;
import org.contentpack.pack.Reviewer;
import org.contentpack.registry.GivenStatement;
import org.contentpack.registry.ReviewStatement;

/** The wire shape of a review statement; {@code docs/api/statement.json}. */
record StatementAnswer(
        String outcome,
        Optional<Reviewer> reviewer,
        Optional<String> registration,
        Optional<String> scope,
        LocalDate date,
        Optional<LocalDate> nextReview,
        Optional<String> reason,
        Optional<SignatureAnswer> signature) {

    static final String APPROVED = "approved";
    static final String REVOKED = "revoked";

    static StatementAnswer of(GivenStatement given) {
        Optional<SignatureAnswer> signature = given.signature().map(SignatureAnswer::of);
        if (given.statement() instanceof ReviewStatement.Approved a) {
            return new StatementAnswer(
                    APPROVED,
                    Optional.of(a.reviewer()),
                    a.registration(),
                    Optional.of(a.scope()),
                    a.date(),
                    Optional.of(a.nextReview()),
                    Optional.empty(),
                    signature);
        }
        ReviewStatement.Revoked revoked = (ReviewStatement.Revoked) given.statement();
        return new StatementAnswer(
                REVOKED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                revoked.date(),
                Optional.empty(),
                Optional.of(revoked.reason()),
                signature);
    }
}
