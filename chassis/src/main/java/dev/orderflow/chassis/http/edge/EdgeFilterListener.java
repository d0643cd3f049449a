package dev.orderflow.chassis.http.edge;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.EnumSet;

/** Puts the {@link EdgeFilter} behind the container's own filters, so that what it refuses has a trace. */
public class EdgeFilterListener implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent starting) {
        var filter = starting.getServletContext().addFilter("edge", EdgeFilter.class);
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC), true, "/*");
    }
}
