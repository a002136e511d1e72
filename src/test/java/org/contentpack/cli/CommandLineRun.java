package org.contentpack.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a command said and how it ended, called in this process as {@code main} calls it.
 *
 * @param out what it was asked for
 * @param err all else
 */
record CommandLineRun(int exit, String out, String err) {

    static CommandLineRun of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int exit =
                ContentPack.run(Terminal.plain(new PrintWriter(out), new PrintWriter(err)), texts);
        return new CommandLineRun(exit, out.toString(), err.toString());
    }
}
