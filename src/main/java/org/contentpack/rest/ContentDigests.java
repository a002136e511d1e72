package org.contentpack.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client says of the digest of its body. A body sent without coding is its own
 * representation, so both fields speak of the same bytes. Algorithms that are not known here say
 * nothing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9530">RFC 9530, Digest Fields</a>
 */
final class ContentDigests {

    private static final List<String> FIELDS = List.of("Content-Digest", "Repr-Digest");

    /** The algorithms of the registry that are not deprecated. */
    private static final Map<String, String> KNOWN =
            Map.of("sha-256", "SHA-256", "sha-512", "SHA-512");

    /** One member of a dictionary: a key with a byte sequence (RFC 8941, section 3.2). */
    private static final Pattern MEMBER =
            Pattern.compile("[ \\t]*([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/]*={0,2}):[ \\t]*");

    private static final int MAX_LENGTH = 1_000;

    private ContentDigests() {}

    /** One digest that the body has to have. */
    static final class Expected {

        private final MessageDigest digest;
        private final byte[] value;

        private Expected(MessageDigest digest, byte[] value) {
            this.digest = digest;
            this.value = value;
        }

        void update(byte[] bytes, int length) {
            digest.update(bytes, 0, length);
        }

        /**
         * Ends the computation.
         *
         * @throws ProblemException {@code digest-mismatch}
         */
        void check() {
            if (!MessageDigest.isEqual(digest.digest(), value)) {
                throw new ProblemException(
                        Problem.of(
                                ProblemType.DIGEST_MISMATCH,
                                "The body that arrived does not have the "
                                        + digest.getAlgorithm()
                                        + " digest that its header field names."));
            }
        }
    }

    /**
     * @throws ProblemException where a field is not written as the specification asks
     */
    static List<Expected> of(HttpServletRequest request) {
        List<Expected> expected = new ArrayList<>();
        for (String field : FIELDS) {
            String text = Preferences.joined(request, field);
            if (text != null) {
                read(field, text, expected);
            }
        }
        return expected;
    }

    private static void read(String field, String text, List<Expected> expected) {
        Set<String> keys = new HashSet<>();
        for (String member : text.split(",", -1)) {
            Matcher matcher = MEMBER.matcher(member);
            if (text.length() > MAX_LENGTH || !matcher.matches() || !keys.add(matcher.group(1))) {
                throw malformed(field);
            }
            if (KNOWN.containsKey(matcher.group(1))) {
                expected.add(
                        new Expected(
                                digest(KNOWN.get(matcher.group(1))),
                                decode(field, matcher.group(2))));
            }
        }
    }

    private static byte[] decode(String field, String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw malformed(field);
        }
    }

    private static ProblemException malformed(String field) {
        return ProblemException.malformed(
                field + " must be written like \"sha-256=:…:\" with each algorithm once.");
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
