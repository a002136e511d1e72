package org.contentpack.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;

/**
 * Times every call of a port of the store, by operation and by whether it failed. What a call gives
 * back to be read later, such as a file's bytes, is not in its time.
 */
final class StoreMeter {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofMillis(2_500)
    };

    private final MeterRegistry meters;

    StoreMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    /** The same port with a clock at its door. */
    <T> T measured(Class<T> port, T store) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (proxy, method, arguments) -> call(store, method, arguments)));
    }

    private Object call(Object store, Method method, Object[] arguments) throws Throwable {
        long start = System.nanoTime();
        String outcome = "failed";
        try {
            Object result = method.invoke(store, arguments);
            outcome = "done";
            return result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            Timer.builder("contentpack.store")
                    .description("Calls of the store by operation.")
                    .tag("operation", method.getName())
                    .tag("outcome", outcome)
                    .serviceLevelObjectives(BUCKETS)
                    .register(meters)
                    .record(Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
