package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;

/** The plugin for WordPress, as the server gives it out. */
class CompanionPluginE2E {

    private static final String ADDRESS = "/api/cms/wordpress/plugin.zip";
    private static final Path SOURCES = Path.of("src", "main", "wordpress");

    @Test
    void theZipHoldsThePluginsFilesAndNothingElse() throws IOException {
        Answer answer = Server.send("GET", ADDRESS);
        assertThat(answer.kind()).isEqualTo("200 application/zip");
        Map<String, String> packed = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                packed.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Map<String, String> written = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                written.put(
                        SOURCES.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file));
            }
        }
        assertThat(packed).isEqualTo(written).containsKey("contentpack/contentpack.php");
    }

    @Test
    void theBytesAreTheSameEachTimeAndCarryTheirDigest() throws Exception {
        Answer first = Server.send("GET", ADDRESS);
        Answer second = Server.send("GET", ADDRESS);
        assertThat(second.bytes()).isEqualTo(first.bytes());
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(first.bytes());
        assertThat(first.header("ETag")).hasValue("\"" + HexFormat.of().formatHex(digest) + "\"");
        assertThat(first.header("Repr-Digest"))
                .hasValue("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
        assertThat(first.header("Content-Disposition"))
                .hasValue("attachment; filename=\"contentpack.zip\"");
        Answer known =
                Server.send("GET", ADDRESS, "If-None-Match", first.header("ETag").orElseThrow());
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.bytes()).isEmpty();
    }
}
