package org.contentpack.signature;

import static org.contentpack.finding.BuiltInRule.SIG_001;
import static org.contentpack.finding.BuiltInRule.SIG_002;
import static org.contentpack.finding.BuiltInRule.SIG_003;
import static org.contentpack.finding.BuiltInRule.SIG_004;
import static org.contentpack.finding.BuiltInRule.SIG_005;

import java.util.ArrayList;
import java.util.List;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.pack.Digest;
import org.contentpack.pack.ReleaseId;

/**
 * Verifies signatures of releases against the keys that are trusted, by the policy that is set.
 *
 * <p>A signature is a compact JWS over three lines: what it is, which release, which digest (see
 * {@link #statement}). It can therefore never pass for a signature of another release or of
 * anything else. The only algorithm is EdDSA with Ed25519. What reviewers sign is for {@link
 * ReviewSignatureCheck}. Safe for use by several threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515">RFC 7515, JSON Web Signature</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8037">RFC 8037, Ed25519 in JOSE</a>
 */
public final class SignatureCheck {

    /** Longest signature in characters. */
    public static final int MAX_LENGTH = 2_000;

    /** Most signatures that come with one release. */
    public static final int MAX_SIGNATURES = 10;

    private final TrustedKeys trusted;
    private final SignaturePolicy policy;

    public SignatureCheck(TrustedKeys trusted, SignaturePolicy policy) {
        if (policy == SignaturePolicy.REQUIRED && trusted.keys().isEmpty()) {
            throw new IllegalArgumentException(
                    "signatures are required, but no key is trusted: no release could be"
                            + " registered");
        }
        this.trusted = trusted;
        this.policy = policy;
    }

    /**
     * What was found.
     *
     * @param signatures that are right, one for each key
     * @param findings that refuse the release
     */
    public record Result(List<Signature> signatures, List<Finding> findings) {
        public Result {
            signatures = List.copyOf(signatures);
            findings = List.copyOf(findings);
        }
    }

    /** What a signature of a release is over: three lines, each ended by a line feed. */
    public static String statement(ReleaseId release, Digest digest) {
        return "contentpack release 1\n" + release + "\n" + digest + "\n";
    }

    /** Looks at what came with a release that is to be registered. */
    public Result check(ReleaseId release, Digest digest, List<String> given) {
        if (policy == SignaturePolicy.NONE) {
            return new Result(List.of(), List.of());
        }
        if (policy == SignaturePolicy.REQUIRED && given.isEmpty()) {
            return new Result(List.of(), List.of(Finding.of(SIG_004, Location.PACK)));
        }
        return checkGiven(release, digest, given);
    }

    /** Looks at what came with a release that is registered already: it may come without. */
    public Result checkMore(ReleaseId release, Digest digest, List<String> given) {
        return policy == SignaturePolicy.NONE
                ? new Result(List.of(), List.of())
                : checkGiven(release, digest, given);
    }

    private Result checkGiven(ReleaseId release, Digest digest, List<String> given) {
        if (given.size() > MAX_SIGNATURES) {
            return new Result(
                    List.of(), List.of(Finding.of(SIG_005, Location.PACK, MAX_SIGNATURES)));
        }
        List<Signature> signatures = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        String statement = statement(release, digest);
        for (int i = 0; i < given.size(); i++) {
            int number = i + 1;
            String jws = given.get(i);
            CompactJws.Opened opened = CompactJws.open(jws, MAX_LENGTH, trusted);
            if (opened instanceof CompactJws.NotCompact) {
                findings.add(Finding.of(SIG_001, Location.PACK, number));
            } else if (!(opened instanceof CompactJws.Text text)) {
                findings.add(Finding.of(SIG_002, Location.PACK, number));
            } else if (!text.payload().equals(statement)) {
                findings.add(Finding.of(SIG_003, Location.PACK, number, release, digest));
            } else if (signatures.stream().noneMatch(s -> s.keyId().equals(text.keyId()))) {
                signatures.add(new Signature(text.keyId(), jws));
            }
        }
        return new Result(signatures, findings);
    }
}
