package org.contentpack.access;

import java.time.Duration;

/** What came of a caller's attempt to prove who it is. */
public sealed interface Authentication {

    /** The credential is one of ours. */
    record Accepted(Caller caller) implements Authentication {}

    /** No credential was given. */
    record Missing() implements Authentication {}

    /** A credential was given that is none of ours, or no longer. */
    record Rejected() implements Authentication {}

    /** This client failed too often; its credential was not looked at. */
    record TooManyFailures(Duration retryAfter) implements Authentication {}

    /** The server has no credentials: nobody may do anything that needs a scope. */
    record NotConfigured() implements Authentication {}
}
