package org.contentpack.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive as long as no threads wait for each other for ever, which only a new process ends. A store
 * that cannot be reached is no reason to end this one: what is in memory is still served.
 */
@Liveness
@ApplicationScoped
public class ThreadsGoOn implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] deadlocked = threads.findDeadlockedThreads();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("threads");
        if (deadlocked == null) {
            return response.up().build();
        }
        String names =
                Arrays.stream(threads.getThreadInfo(deadlocked))
                        .filter(Objects::nonNull)
                        .map(ThreadInfo::getThreadName)
                        .collect(Collectors.joining(", "));
        return response.withData("deadlock", "these threads wait for each other: " + names)
                .down()
                .build();
    }
}
