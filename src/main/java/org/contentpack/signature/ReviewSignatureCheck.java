package org.contentpack.signature;

import java.util.Optional;

/**
 * Verifies signatures of review statements against the keys that are trusted, by the policy that is
 * set; releases are for {@link SignatureCheck}.
 *
 * <p>A signature is a compact JWS over the lines that the statement comes to; they are compared as
 * a whole and never parsed. Which person a key belongs to is for whoever trusts it: the check says
 * that a trusted key signed, not that it is the named reviewer's. Safe for use by several threads.
 */
public final class ReviewSignatureCheck {

    /** Longest signature in characters: every text of a statement may be as long as it can. */
    public static final int MAX_LENGTH = 5_000;

    private final TrustedKeys trusted;
    private final SignaturePolicy policy;

    public ReviewSignatureCheck(TrustedKeys trusted, SignaturePolicy policy) {
        if (policy == SignaturePolicy.REQUIRED && trusted.keys().isEmpty()) {
            throw new IllegalArgumentException(
                    "signatures of reviews are required, but no key is trusted: no review could be"
                            + " stored");
        }
        this.trusted = trusted;
        this.policy = policy;
    }

    /** What was found. */
    public sealed interface Result {}

    /**
     * The statement may be stored.
     *
     * @param signature to keep with it; empty where there was none, or none is looked at
     */
    public record Accepted(Optional<Signature> signature) implements Result {}

    /** The statement must not be stored. */
    public sealed interface Refused extends Result {}

    /** There is no signature, and one is required. */
    public record Missing() implements Refused {}

    /** It is no compact JWS. */
    public record Malformed() implements Refused {}

    /** No trusted key made it. */
    public record Untrusted() implements Refused {}

    /**
     * A trusted key signed another text.
     *
     * @param line the first that differs, from 1
     * @param expected what must stand there; empty where the text must have ended before
     */
    public record OfSomethingElse(int line, Optional<String> expected) implements Refused {}

    /**
     * Looks at what came with a statement.
     *
     * @param text what must be signed: lines, each ended by a line feed
     */
    public Result check(String text, Optional<String> jws) {
        if (policy == SignaturePolicy.NONE) {
            return new Accepted(Optional.empty());
        }
        if (jws.isEmpty()) {
            return policy == SignaturePolicy.REQUIRED
                    ? new Missing()
                    : new Accepted(Optional.empty());
        }
        CompactJws.Opened opened = CompactJws.open(jws.get(), MAX_LENGTH, trusted);
        if (opened instanceof CompactJws.NotCompact) {
            return new Malformed();
        }
        if (!(opened instanceof CompactJws.Text signed)) {
            return new Untrusted();
        }
        return signed.payload().equals(text)
                ? new Accepted(Optional.of(new Signature(signed.keyId(), jws.get())))
                : difference(text, signed.payload());
    }

    private static OfSomethingElse difference(String text, String signed) {
        String[] expected = text.split("\n", -1);
        String[] found = signed.split("\n", -1);
        int last = expected.length - 1;
        int line = 0;
        while (line < last && line < found.length && found[line].equals(expected[line])) {
            line++;
        }
        return new OfSomethingElse(
                line + 1, line < last ? Optional.of(expected[line]) : Optional.empty());
    }
}
