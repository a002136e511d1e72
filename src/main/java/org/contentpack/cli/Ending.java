package org.contentpack.cli;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Says when a command that goes on until somebody ends it has to end: at Ctrl-C, at the signal to
 * terminate, or at the end of input. Such an end is a good one: the process ends with 0.
 *
 * <p>Closed by the command when it is done. Safe for use by several threads.
 */
final class Ending implements AutoCloseable {

    /** How long a command may take to stop. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Terminal terminal;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "ending");

    private Ending(Terminal terminal) {
        this.terminal = terminal;
    }

    /** At a signal. */
    static Ending ofSignals(Terminal terminal) {
        Ending ending = new Ending(terminal);
        Runtime.getRuntime().addShutdownHook(ending.hook);
        return ending;
    }

    /** At a signal or at the end of the process' input. */
    static Ending ofInput(Terminal terminal) {
        Ending ending = ofSignals(terminal);
        InputStream in = System.in;
        Thread reader = new Thread(() -> ending.readToEnd(in), "input");
        reader.setDaemon(true);
        reader.start();
        return ending;
    }

    private void readToEnd(InputStream in) {
        try {
            while (in.read() >= 0) {
                // What is typed means nothing.
            }
        } catch (IOException e) {
            // Input that cannot be read has ended.
        }
        asked.countDown();
    }

    /** Waits; true where the command has to end. */
    boolean within(Duration time) {
        try {
            return asked.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hook is what ends the process.
        }
    }

    /**
     * At a signal: a shell would take the code of a process that a signal has ended for a failure.
     */
    private void end() {
        asked.countDown();
        try {
            if (!done.await(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        terminal.out().flush();
        terminal.err().flush();
        Runtime.getRuntime().halt(ExitCode.FINE);
    }
}
