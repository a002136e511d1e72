package org.contentpack.app;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Tells {@link Start}, then {@link Rounds}, that the application begins. The container waits for it
 * before it lets a request in, and gives it the application's files, which it gives to beans only
 * during requests.
 */
@WebListener
public class StartListener implements ServletContextListener {

    @Inject Start start;

    @Inject Rounds rounds;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        start.begin(event.getServletContext());
        rounds.begin();
    }
}
