package org.contentpack.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.contentpack.registry.Registry;
import org.contentpack.registry.StartReport;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready where the registry answers. A refused pack is named in the data and does not make the
 * server unready: the others are served.
 */
@Readiness
@ApplicationScoped
public class PacksAreReady implements HealthCheck {

    @Inject Registry registry;

    @Inject Start start;

    @Override
    public HealthCheckResponse call() {
        StartReport report = start.report();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("packs");
        List<String> refusals = report.refusals();
        for (int i = 0; i < refusals.size(); i++) {
            response.withData("refused." + (i + 1), refusals.get(i));
        }
        try {
            return response.withData("packs", registry.packs().size()).up().build();
        } catch (IOException e) {
            return response.withData("store", "cannot be read").down().build();
        }
    }
}
