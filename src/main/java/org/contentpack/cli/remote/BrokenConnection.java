package org.contentpack.cli.remote;

/** A connection ended before the answer did: whether the server did anything is not known. */
final class BrokenConnection extends ServerFailure {

    private static final long serialVersionUID = 1L;

    BrokenConnection(String line, Throwable cause) {
        super(line, cause);
    }
}
