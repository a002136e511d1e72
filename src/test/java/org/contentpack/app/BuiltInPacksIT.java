package org.contentpack.app;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.contentpack.BadInput;
import org.contentpack.PackagedWar;
import org.contentpack.pack.PackId;
import org.contentpack.registry.IntakeReport;
import org.contentpack.registry.IntakeReport.Outcome;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Packs in folders of the WAR and in a jar of it, one of them broken, in the container. */
@ExtendWith(ArquillianExtension.class)
class BuiltInPacksIT {

    private static final PackId LEG_CRAMPS = new PackId("leg-cramps-at-night");
    private static final PackId GARDEN = new PackId("garden-notes");

    @Inject Registry registry;

    @Inject Start start;

    @Inject @Readiness PacksAreReady ready;

    @Deployment
    static WebArchive deployment() {
        JavaArchive jar =
                ShrinkWrap.create(JavaArchive.class, "garden-notes.jar")
                        .addAsResource(
                                new File("src/test/resources/content-pack"),
                                "META-INF/content-pack");
        return PackagedWar.with(BuiltInPacksIT.class, BadInput.class)
                .addAsLibrary(jar)
                .addAsWebInfResource(
                        new StringAsset("format: 1\nid: Broken\n"),
                        "content-pack/broken/1.0.0/pack.yaml");
    }

    private List<String> versions(PackId pack) throws IOException {
        return registry.history(pack).registrations().stream()
                .map(Registration::id)
                .map(id -> id.version().text())
                .toList();
    }

    @Test
    void packsOfFoldersAndJarsAreRegistered() throws IOException {
        assertThat(registry.packs()).containsExactly(GARDEN, LEG_CRAMPS);
        assertThat(versions(LEG_CRAMPS)).containsExactly("1.1.0", "1.0.0");
        assertThat(versions(GARDEN)).containsExactly("2.0.0", "1.0.0");
    }

    @Test
    void aRefusedPackIsNamedAndTheServerIsReady() {
        IntakeReport report = start.report();
        HealthCheckResponse response = ready.call();

        assertThat(report.entries())
                .filteredOn(e -> e.outcome() == Outcome.REFUSED)
                .extracting(IntakeReport.Entry::origin)
                .containsExactly("WEB-INF/content-pack/broken/1.0.0");
        assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(response.getData().orElseThrow().get("refused.1").toString())
                .startsWith("WEB-INF/content-pack/broken/1.0.0: ")
                .contains("error: MAN-");
    }

    @Test
    void releasesAreCheckedByTheValidatorOfTheServer() {
        assertThat(start.report().entries())
                .filteredOn(e -> e.outcome() == Outcome.REFUSED)
                .flatExtracting(e -> e.report().findings())
                .extracting(f -> f.rule().code() + " " + f.location())
                .contains("MAN-052 pack.yaml:2:5", "MAN-026 pack.yaml:1:1");
    }

    /** This server has no credential: nobody may write, with whatever token. */
    @Test
    @BadInput("U1")
    void withoutAConfiguredCredentialNobodyMayWrite(@ArquillianResource URL url) throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(url.toURI().resolve("/api/packs"))
                                        .header("Authorization", "Bearer anything")
                                        .header("Content-Type", "application/zip")
                                        .POST(HttpRequest.BodyPublishers.ofString("zip"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("urn:contentpack:problem:forbidden", "has no credentials");
    }
}
