package org.contentpack.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a command said, called within the test's own process and without a terminal. */
record Called(int exit, String out, String err) {

    static Called run(Object... arguments) {
        return run(false, arguments);
    }

    static Called onATerminal(Object... arguments) {
        return run(true, arguments);
    }

    /** On a terminal where somebody types these lines and then ends the input. */
    static Called answered(List<String> answers, Object... arguments) {
        Iterator<String> typed = answers.iterator();
        return run(
                true,
                question -> typed.hasNext() ? Optional.of(typed.next()) : Optional.empty(),
                arguments);
    }

    private static Called run(boolean isInteractive, Object... arguments) {
        return run(isInteractive, question -> Optional.empty(), arguments);
    }

    private static Called run(boolean isInteractive, Terminal.Asking asking, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit =
                ContentPack.run(
                        new Terminal(
                                new PrintWriter(out),
                                new PrintWriter(err),
                                false,
                                isInteractive,
                                100,
                                asking),
                        Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        return new Called(exit, out.toString(), err.toString());
    }
}
