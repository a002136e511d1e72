package org.contentpack.cli;

/** What a command's exit tells the shell or the build that called it. */
final class ExitCode {

    /** Done; there are warnings at most. */
    static final int FINE = 0;

    /** Done, and there are findings that a server refuses. */
    static final int FINDINGS = 1;

    /** The call itself is wrong: an option, an argument. */
    static final int MISUSE = 2;

    /** It could not be done: a file, a disk, a server. */
    static final int FAILED = 3;

    private ExitCode() {}
}
