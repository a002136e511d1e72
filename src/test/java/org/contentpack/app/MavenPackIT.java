package org.contentpack.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.contentpack.PackagedWar;
import org.contentpack.pack.Digest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The jar that Maven built of the example project, in the WAR: its pack is served. */
@ExtendWith(ArquillianExtension.class)
class MavenPackIT {

    private static final Path PROJECT = Path.of("src/it/pack-in-a-jar");
    private static final Path PACK = PROJECT.resolve("content-pack/balcony-herbs");
    private static final Path JAR =
            Path.of("target/it/pack-in-a-jar/target/balcony-herbs-1.0.0.jar");
    private static final String RELEASE = "/api/packs/balcony-herbs/versions/1.0.0";

    @ArquillianResource URL url;

    @Deployment(testable = false)
    static WebArchive deployment() {
        return PackagedWar.with().addAsLibrary(new File(JAR.toString()));
    }

    private HttpResponse<byte[]> get(String target) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(url.toURI().resolve(target)).build(),
                        BodyHandlers.ofByteArray());
    }

    private String text(String target) throws Exception {
        HttpResponse<byte[]> answer = get(target);
        assertThat(answer.statusCode()).as(target).isEqualTo(200);
        return new String(answer.body(), UTF_8);
    }

    @Test
    void theJarWasBuiltOfTheExampleAsItLiesThere() throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            byte[] pom =
                    jar.getInputStream(
                                    jar.getEntry(
                                            "META-INF/maven/org.example/balcony-herbs/pom.xml"))
                            .readAllBytes();

            assertThat(pom).isEqualTo(Files.readAllBytes(PROJECT.resolve("pom.xml")));
        }
    }

    @Test
    void theReleaseIsServedWithTheDigestOfItsList() throws Exception {
        String digest = Digest.of(Files.readAllBytes(PACK.resolve("1.0.0.sha256"))).value();

        assertThat(text("/api/packs")).contains("\"balcony-herbs\"", "\"leg-cramps-at-night\"");
        assertThat(text(RELEASE)).contains("\"" + digest + "\"");
        assertThat(text(RELEASE + "/articles/mint-in-a-pot.html"))
                .contains("Mint grows well in a pot of its own.");
    }

    @Test
    void aPictureIsServedByteByByte() throws Exception {
        assertThat(get(RELEASE + "/assets/mint-leaf.svg").body())
                .isEqualTo(Files.readAllBytes(PACK.resolve("1.0.0/assets/mint-leaf.svg")));
    }

    @Test
    void theServerIsReadyAndRefusedNothing() throws Exception {
        assertThat(text("/health/ready")).contains("\"UP\"").doesNotContain("refused");
    }
}
