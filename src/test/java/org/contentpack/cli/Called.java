package org.contentpack.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command said that was called without a terminal. */
record Called(int exit, String out, String err) {

    static Called with(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit =
                ContentPack.run(
                        Terminal.plain(new PrintWriter(out), new PrintWriter(err)), arguments);
        return new Called(exit, out.toString(), err.toString());
    }
}
