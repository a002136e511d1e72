package org.contentpack.app;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.contentpack.registry.Registry;
import org.contentpack.rest.ReadyAnswers;
import org.contentpack.rest.Uploads;

/**
 * Tells those who have to know that the application begins. The container waits for it before it
 * lets a request in, and gives it the application's files, which it gives to beans only during
 * requests.
 */
@WebListener
public class StartListener implements ServletContextListener {

    @Inject Start start;

    @Inject BuiltInPlugin plugin;

    @Inject Rounds rounds;

    @Inject Uploads uploads;

    @Inject Registry registry;

    @Inject ReadyAnswers ready;

    @Inject PrometheusMeterRegistry meters;

    private final RequestIdInLog requestIds = new RequestIdInLog();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        requestIds.begin();
        Metrics.bind(registry, meters);
        Metrics.bind(ready, meters);
        uploads.begin();
        start.begin(event.getServletContext());
        plugin.begin(event.getServletContext());
        rounds.begin();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        requestIds.end();
    }
}
