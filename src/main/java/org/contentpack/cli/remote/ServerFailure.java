package org.contentpack.cli.remote;

import java.io.IOException;

/** A server that was not reached, or did not do what it was asked for; one line says why. */
public class ServerFailure extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param line for people, without a line feed
     */
    public ServerFailure(String line) {
        super(line);
    }

    ServerFailure(String line, Throwable cause) {
        super(line, cause);
    }
}
