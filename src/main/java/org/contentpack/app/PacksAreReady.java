package org.contentpack.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.contentpack.registry.IntakeReport;
import org.contentpack.registry.OlderStoreException;
import org.contentpack.registry.Registry;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the packs that came with the application were looked at. A refused pack, or a store
 * that cannot be reached, is named in the data and does not make the server unready: the rest is
 * served.
 */
@Readiness
@ApplicationScoped
public class PacksAreReady implements HealthCheck {

    @Inject Registry registry;

    @Inject Start start;

    @Inject Rounds rounds;

    @Override
    public HealthCheckResponse call() {
        IntakeReport report = start.report();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("packs");
        List<String> refusals = new ArrayList<>(report.refusals());
        refusals.addAll(new IntakeReport(rounds.inbox()).refusals());
        for (int i = 0; i < refusals.size(); i++) {
            response.withData("refused." + (i + 1), refusals.get(i));
        }
        try {
            registry.follow();
            registry.confirm();
            response.withData("store", "well");
        } catch (OlderStoreException e) {
            response.withData("store", e.getMessage());
        } catch (IOException e) {
            // What is in memory is still served: going away would take that from readers too.
            response.withData("store", "cannot be reached; only what is in memory is served");
        }
        return response.withData("packs", registry.packs().size()).up().build();
    }
}
