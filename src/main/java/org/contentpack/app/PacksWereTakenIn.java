package org.contentpack.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;
import org.contentpack.registry.IntakeReport;
import org.contentpack.registry.IntakeReport.Outcome;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Startup;

/**
 * Started once the packs that came with the application were looked at, whatever came of them; how
 * many came to what is in the data.
 */
@Startup
@ApplicationScoped
public class PacksWereTakenIn implements HealthCheck {

    @Inject Start start;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("packs-at-start");
        if (!start.isDone()) {
            return response.withData("waits-for", "the packs that came with the application")
                    .down()
                    .build();
        }
        IntakeReport report = start.report();
        Arrays.stream(Outcome.values())
                .forEach(
                        outcome ->
                                response.withData(
                                        outcome.name().toLowerCase(Locale.ROOT),
                                        report.entries().stream()
                                                .filter(e -> e.outcome() == outcome)
                                                .count()));
        return response.up().build();
    }
}
