package org.contentpack.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.Digest;

/**
 * The wire shape of every answer that is no success.
 *
 * @param detail what was asked and what is required, without anything of the server's inside
 * @param variants with {@code not-acceptable} and {@code translation-held}: what can be had
 * @param findings with a refused pack: what was found in it
 * @param digests with {@code version-exists}: of both releases
 * @param withdrawal why something is no longer shown
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Variant> variants,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FindingAnswer> findings,
        Optional<Digests> digests,
        Optional<WithdrawalAnswer> withdrawal) {

    /** The media type of a problem in JSON. */
    static final String MEDIA_TYPE = "application/problem+json";

    /** Something that can be had instead. */
    record Variant(String mediaType, String url) {}

    /** Two contents that want one version. */
    record Digests(Digest registered, Digest offered) {}

    static Problem of(ProblemType type, String detail) {
        return of(type, detail, List.of(), List.of(), Optional.empty());
    }

    /** A problem whose type has more than one status. */
    static Problem withStatus(int status, ProblemType type, String detail) {
        return new Problem(
                type.urn(),
                type.title(),
                status,
                detail,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    static Problem notAcceptable(String detail, List<Variant> variants) {
        return of(ProblemType.NOT_ACCEPTABLE, detail, variants, List.of(), Optional.empty());
    }

    /** A translation that readers do not get; the variants are those of its source. */
    static Problem translationHeld(String detail, List<Variant> variants) {
        return of(ProblemType.TRANSLATION_HELD, detail, variants, List.of(), Optional.empty());
    }

    static Problem refused(ProblemType type, String detail, List<FindingAnswer> findings) {
        return of(type, detail, List.of(), findings, Optional.empty());
    }

    static Problem versionExists(
            String detail, List<FindingAnswer> findings, Digest registered, Digest offered) {
        return of(
                ProblemType.VERSION_EXISTS,
                detail,
                List.of(),
                findings,
                Optional.of(new Digests(registered, offered)));
    }

    static Problem withdrawn(String detail, WithdrawalAnswer withdrawal) {
        ProblemType type = ProblemType.WITHDRAWN;
        return new Problem(
                type.urn(),
                type.title(),
                type.status(),
                detail,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(withdrawal));
    }

    private static Problem of(
            ProblemType type,
            String detail,
            List<Variant> variants,
            List<FindingAnswer> findings,
            Optional<Digests> digests) {
        return new Problem(
                type.urn(),
                type.title(),
                type.status(),
                detail,
                List.copyOf(variants),
                List.copyOf(findings),
                digests,
                Optional.empty());
    }
}
