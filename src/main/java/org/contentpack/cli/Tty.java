package org.contentpack.cli;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whether a person sits at both ends of the process. */
final class Tty {

    private Tty() {}

    /** The terminal; empty where input or output is a file or a pipe. */
    // From JDK 22 on there is a console where there is no terminal; it says so itself then.
    @SuppressWarnings("SystemConsoleNull")
    static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Tty::isTerminal);
    }

    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** A line that the person types; empty at the end of input, or where nobody sits there. */
    static Optional<String> line(String question) {
        return console().map(console -> console.readLine("%s", question));
    }

    /** The terminal's charset; files and pipes get UTF-8. */
    static Charset charset() {
        return console().map(Console::charset).orElse(StandardCharsets.UTF_8);
    }
}
