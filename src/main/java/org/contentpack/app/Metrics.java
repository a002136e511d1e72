package org.contentpack.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.contentpack.finding.BuiltInRule;
import org.contentpack.purge.Purge;
import org.contentpack.registry.Figures;
import org.contentpack.registry.Registry;
import org.contentpack.rest.ReadyAnswers;
import org.contentpack.webhook.Delivery;

/**
 * The figures of this server. Every label has a fixed set of values, and none of them comes from a
 * client.
 */
@ApplicationScoped
public class Metrics {

    private static final List<String> OUTCOMES =
            List.of("published", "unchanged", "version-taken", "not-allowed", "refused", "failed");

    @Produces
    @Singleton
    PrometheusMeterRegistry meters() {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new UptimeMetrics().bindTo(meters);
        return meters;
    }

    void close(@Disposes PrometheusMeterRegistry meters) {
        meters.close();
    }

    /** Lets what the registry counts be seen. */
    static void bind(Registry registry, PrometheusMeterRegistry meters) {
        for (String outcome : OUTCOMES) {
            FunctionCounter.builder(
                            "contentpack.publications",
                            registry,
                            r -> r.figures().publications().getOrDefault(outcome, 0L))
                    .description("Publications at all doors by outcome.")
                    .tag("outcome", outcome)
                    .register(meters);
        }
        for (BuiltInRule rule : BuiltInRule.values()) {
            FunctionCounter.builder(
                            "contentpack.findings",
                            registry,
                            r -> r.figures().findings().getOrDefault(rule.code(), 0L))
                    .description("Findings of publications by rule.")
                    .tag("rule", rule.code())
                    .register(meters);
        }
        cache(registry, meters, "releases", Figures::releases);
        cache(registry, meters, "articles", Figures::articles);
        Gauge.builder("contentpack.packs", registry, r -> r.packs().size())
                .description("Packs with at least one release.")
                .register(meters);
    }

    /** Lets it be seen how often answers were ready. */
    static void bind(ReadyAnswers ready, PrometheusMeterRegistry meters) {
        lookups(ready, meters, "answers", "hit", ReadyAnswers::hits);
        lookups(ready, meters, "answers", "file", ReadyAnswers::hitsInFiles);
        lookups(ready, meters, "answers", "miss", ReadyAnswers::misses);
    }

    /** Lets it be seen whether a cache in front can be told what to forget. */
    static void bind(Purge purge, PrometheusMeterRegistry meters) {
        Gauge.builder("contentpack.purge.failing", purge, p -> p.isFailing() ? 1 : 0)
                .description("1 while a cache in front cannot be told what to forget.")
                .tag("cache", purge.name().value())
                .register(meters);
    }

    /** Lets it be seen how it stands with a webhook. */
    static void bind(Delivery delivery, PrometheusMeterRegistry meters) {
        String name = delivery.webhook().name().value();
        Gauge.builder("contentpack.webhook.failing", delivery, d -> d.isFailing() ? 1 : 0)
                .description("1 while a webhook does not take the notice that is due.")
                .tag("webhook", name)
                .register(meters);
        Gauge.builder("contentpack.webhook.behind", delivery, Delivery::behind)
                .description("Events that a webhook was not told of yet.")
                .tag("webhook", name)
                .register(meters);
    }

    private static void cache(
            Registry registry,
            PrometheusMeterRegistry meters,
            String name,
            Function<Figures, Figures.CacheFigures> cache) {
        lookups(registry, meters, name, "hit", r -> cache.apply(r.figures()).hits());
        lookups(registry, meters, name, "miss", r -> cache.apply(r.figures()).misses());
    }

    private static <T> void lookups(
            T counted,
            PrometheusMeterRegistry meters,
            String cache,
            String result,
            ToDoubleFunction<T> count) {
        FunctionCounter.builder("contentpack.cache.lookups", counted, count)
                .description("Look-ups in memory by whether they found what they were for.")
                .tag("cache", cache)
                .tag("result", result)
                .register(meters);
    }
}
