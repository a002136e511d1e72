package org.contentpack.signature;

/**
 * A signature that was verified, of a release or of a review statement.
 *
 * @param keyId of the trusted key that made it
 * @param jws compact JWS, as it was given
 */
public record Signature(String keyId, String jws) {}
