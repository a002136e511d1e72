package org.contentpack.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

/** What a command said, called within the test's own process and without a terminal. */
record Called(int exit, String out, String err) {

    static Called run(Object... arguments) {
        return run(false, arguments);
    }

    static Called onATerminal(Object... arguments) {
        return run(true, arguments);
    }

    private static Called run(boolean isInteractive, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit =
                ContentPack.run(
                        new Terminal(
                                new PrintWriter(out),
                                new PrintWriter(err),
                                false,
                                isInteractive,
                                100),
                        Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        return new Called(exit, out.toString(), err.toString());
    }
}
