package org.contentpack.registry;

import jakarta.validation.Validator;
import java.time.Instant;
import java.time.InstantSource;
import org.contentpack.archive.Limits;
import org.contentpack.manifest.DocumentConstraints;
import org.contentpack.manifest.PackDocumentReader;
import org.contentpack.manifest.ReleaseReader;
import org.contentpack.signature.ReviewSignatureCheck;
import org.contentpack.signature.SignatureCheck;
import org.contentpack.signature.SignaturePolicy;
import org.contentpack.signature.TrustedKeys;
import org.contentpack.validation.PackRules;
import org.contentpack.validation.PackValidation;

/** A registry with all rules, put together as the server does it. */
public final class TestRegistry {

    private TestRegistry() {}

    /** What the clock of {@link #over(ReleaseStore)} says. */
    public static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    public static Registry over(ReleaseStore store) {
        return over(store, InstantSource.fixed(NOW));
    }

    public static Registry over(ReleaseStore store, InstantSource clock) {
        return over(store, clock, new SignatureCheck(TrustedKeys.NONE, SignaturePolicy.NONE));
    }

    public static Registry over(
            ReleaseStore store, InstantSource clock, SignatureCheck signatures) {
        return over(
                store,
                clock,
                signatures,
                new ReviewSignatureCheck(TrustedKeys.NONE, SignaturePolicy.NONE),
                StaleTranslations.HOLD);
    }

    /** A registry whose readers get stale translations so. */
    public static Registry over(ReleaseStore store, StaleTranslations staleTranslations) {
        return over(
                store,
                InstantSource.fixed(NOW),
                new SignatureCheck(TrustedKeys.NONE, SignaturePolicy.NONE),
                new ReviewSignatureCheck(TrustedKeys.NONE, SignaturePolicy.NONE),
                staleTranslations);
    }

    /** A registry of a server that believes these keys, whoever signs a review with them. */
    public static Registry trusting(ReleaseStore store, TrustedKeys keys, SignaturePolicy reviews) {
        return over(
                store,
                InstantSource.fixed(NOW),
                new SignatureCheck(keys, SignaturePolicy.VERIFY_IF_PRESENT),
                new ReviewSignatureCheck(keys, reviews),
                StaleTranslations.HOLD);
    }

    private static Registry over(
            ReleaseStore store,
            InstantSource clock,
            SignatureCheck signatures,
            ReviewSignatureCheck reviewSignatures,
            StaleTranslations staleTranslations) {
        Validator validator = DocumentConstraints.validator();
        return new Registry(
                store,
                new PackValidation(
                        new PackDocumentReader(validator, Limits.DEFAULT), PackRules.builtIn()),
                new ReleaseReader(Limits.DEFAULT),
                signatures,
                reviewSignatures,
                staleTranslations,
                clock);
    }
}
