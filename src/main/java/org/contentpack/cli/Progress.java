package org.contentpack.cli;

import java.util.Locale;

/**
 * One line that moves while a person waits. Shown on a terminal alone; elsewhere nothing is
 * written. Safe for use by several threads.
 */
final class Progress implements AutoCloseable {

    private static final int CELLS = 24;

    private final Terminal terminal;
    private final String what;
    private String shown = "";

    Progress(Terminal terminal, String what) {
        this.terminal = terminal;
        this.what = what;
    }

    /** How much of it is done. */
    synchronized void at(long done, long total) {
        if (!terminal.isInteractive()) {
            return;
        }
        long known = Math.max(1, total);
        int cells = (int) (CELLS * Math.min(done, known) / known);
        String line =
                String.format(
                        Locale.ROOT,
                        "%s [%s%s] %d %%",
                        what,
                        "#".repeat(cells),
                        "-".repeat(CELLS - cells),
                        100 * Math.min(done, known) / known);
        if (!line.equals(shown)) {
            terminal.err().print("\r" + line);
            terminal.err().flush();
            shown = line;
        }
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        if (!shown.isEmpty()) {
            terminal.err().print("\r" + " ".repeat(shown.length()) + "\r");
            terminal.err().flush();
            shown = "";
        }
    }
}
