package org.contentpack.cli;

import org.jspecify.annotations.Nullable;

/** What picocli has put into a field before the command is called. */
final class Given {

    private Given() {}

    /** An argument that no call passes without. */
    static <T> T required(@Nullable T argument) {
        if (argument == null) {
            throw new IllegalStateException("picocli calls no command without its arguments");
        }
        return argument;
    }
}
