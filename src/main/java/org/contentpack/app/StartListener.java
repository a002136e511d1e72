package org.contentpack.app;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
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

    @Override
    public void contextInitialized(ServletContextEvent event) {
        uploads.begin();
        start.begin(event.getServletContext());
        plugin.begin(event.getServletContext());
        rounds.begin();
    }
}
