package org.contentpack.registry;

import java.util.Optional;
import org.contentpack.signature.Signature;

/**
 * A review statement as it was given, signed or not, against {@link ReviewStatement}, what it says.
 *
 * @param signature that was verified when the statement came
 */
public record GivenStatement(ReviewStatement statement, Optional<Signature> signature) {

    /** Whether another one adds nothing to this: neither something said nor a key. */
    boolean saysAll(GivenStatement other) {
        return statement.equals(other.statement)
                && (other.signature.isEmpty()
                        || signature
                                .map(Signature::keyId)
                                .equals(other.signature.map(Signature::keyId)));
    }
}
