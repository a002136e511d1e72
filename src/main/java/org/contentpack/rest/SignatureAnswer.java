package org.contentpack.rest;

import org.contentpack.signature.Signature;

/**
 * The wire shape of a signature, of a release ({@code docs/api/signatures.json}) or of a review
 * statement ({@code docs/api/statement.json}).
 */
record SignatureAnswer(String keyId, String algorithm, String jws) {

    static SignatureAnswer of(Signature signature) {
        return new SignatureAnswer(signature.keyId(), "Ed25519", signature.jws());
    }
}
