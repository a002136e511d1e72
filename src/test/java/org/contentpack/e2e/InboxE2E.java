package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.get;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Packs put into the server's inbox. */
class InboxE2E {

    private static final Path INBOX = Path.of(System.getProperty("contentpack.e2e.data"), "inbox");

    private static void drop(String name, byte[] zip) throws IOException {
        Files.createDirectories(INBOX);
        Path draft = Files.write(INBOX.resolve("." + name), zip);
        Files.move(draft, INBOX.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Asks the server again and again, for half a minute at most. */
    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            get("/api/packs?limit=1");
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void aPackInTheInboxIsServed() throws IOException {
        drop("inbox-good.zip", PackZip.of("inbox-good", "1.0.0").bytes());

        until(() -> get("/api/packs/inbox-good").status() == 200);
        until(() -> Files.exists(INBOX.resolve("inbox-good.zip.report.txt")));

        assertThat(INBOX.resolve("inbox-good.zip.report.txt"))
                .hasContent("REGISTERED inbox-good.zip");
    }

    @Test
    void aPackThatIsRefusedIsNamedByHealth() throws IOException {
        drop("inbox-broken.zip", PackZip.of("inbox-broken", "1.0").bytes());

        until(() -> Files.exists(INBOX.resolve("inbox-broken.zip.report.txt")));

        assertThat(Files.readString(INBOX.resolve("inbox-broken.zip.report.txt")))
                .startsWith("REFUSED inbox-broken.zip\n  pack.yaml:3:10: error: MAN-");
        assertThat(get("/health/ready").body()).contains("inbox-broken.zip: pack.yaml:3:10");
        assertThat(get("/api/packs/inbox-broken").status()).isEqualTo(404);
    }
}
