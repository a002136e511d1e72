package org.contentpack.rest;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.contentpack.access.Scope;

/**
 * The figures of this server in the text format of Prometheus.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition
 *     formats</a>
 */
@ApplicationScoped
@Path("/metrics")
public class MetricsResource {

    private static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    @Inject PrometheusMeterRegistry meters;

    /** All figures. Asked for every few seconds, so only refusals go into the audit log. */
    @GET
    @Needs(value = Scope.AUDIT, audited = Needs.Audited.REFUSALS)
    public Response figures() {
        return Response.ok(meters.scrape(MEDIA_TYPE).getBytes(StandardCharsets.UTF_8))
                .header("Content-Type", MEDIA_TYPE)
                .header("Cache-Control", CacheLifetime.NONE.header())
                .build();
    }
}
