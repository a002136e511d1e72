package org.contentpack.cms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.contentpack.sync.Plan;
import org.contentpack.sync.SyncFixture;
import org.contentpack.sync.Target;
import org.contentpack.sync.http.SiteLimits;

/**
 * Our engine on a store of H2 in a JVM of its own, which can be killed: it opens the store, applies
 * the newest plan when it is told to, and ends. For one thread, but for {@link #kill}.
 */
public final class EngineProcess implements AutoCloseable {

    private static final String READY = "ready";
    private static final String DONE = "done";
    private static final String SETTINGS = "target.properties";

    private final Process process;
    private final BufferedReader says;

    private EngineProcess(Process process) {
        this.process = process;
        this.says = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a JVM; {@link #ready} says when it can begin. */
    public static EngineProcess start(Path store, String kind, URI url, Map<String, String> options)
            throws IOException {
        Properties settings = new Properties();
        settings.putAll(options);
        settings.setProperty("kind", kind);
        settings.setProperty("url", url.toString());
        try (Writer out = Files.newBufferedWriter(store.resolve(SETTINGS))) {
            settings.store(out, null);
        }
        return new EngineProcess(
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Xshare:auto",
                                "-cp",
                                System.getProperty("java.class.path"),
                                EngineProcess.class.getName(),
                                store.toString())
                        .redirectError(store.resolve("engine.log").toFile())
                        .start());
    }

    /** Returns when it has opened its store and waits. */
    public void ready() throws IOException {
        String said = says.readLine();
        if (!READY.equals(said)) {
            throw new IOException("the engine did not start: " + said);
        }
    }

    /** Lets it apply the newest plan. */
    public void go() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** Ends it as a loss of power does; returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Waits for its end; true where it had applied everything. */
    public boolean isDone() throws IOException, InterruptedException {
        boolean done = DONE.equals(says.readLine());
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new IOException("the engine does not end");
        }
        return done;
    }

    @Override
    public void close() throws IOException {
        kill();
        says.close();
    }

    /** What runs in the JVM; the argument is the folder of the store. */
    public static void main(String[] arguments) throws Exception {
        Path store = Path.of(arguments[0]);
        Properties settings = new Properties();
        try (Reader in = Files.newBufferedReader(store.resolve(SETTINGS))) {
            settings.load(in);
        }
        Map<String, String> options = new java.util.TreeMap<>();
        settings.stringPropertyNames().forEach(n -> options.put(n, settings.getProperty(n)));
        Target target =
                ContractTarget.of(
                        settings.getProperty("kind"), URI.create(settings.getProperty("url")));
        try (SyncFixture it =
                SyncFixture.in(
                        store,
                        ContractTarget.connector(
                                target,
                                options,
                                SiteLimits.DEFAULT,
                                time -> TimeUnit.NANOSECONDS.sleep(time.toNanos())),
                        target)) {
            Plan plan = it.sync.plans(SyncFixture.SITE).get(0);
            say(READY);
            if (System.in.read() < 0) {
                return;
            }
            it.apply(plan);
            say(DONE);
        }
    }

    private static void say(String word) {
        System.out.println(word);
        System.out.flush();
    }
}
