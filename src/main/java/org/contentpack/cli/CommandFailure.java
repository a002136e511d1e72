package org.contentpack.cli;

/**
 * A command cannot do what it was called for, and one line says why. Not for what is wrong with a
 * pack: that is told as findings.
 */
final class CommandFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param line for people, without a line feed: what could not be done, and why
     */
    CommandFailure(String line) {
        super(line);
    }

    CommandFailure(String line, Throwable cause) {
        super(line, cause);
    }
}
