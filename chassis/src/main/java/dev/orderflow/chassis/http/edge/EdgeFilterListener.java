package dev.orderflow.chassis.http.edge;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.EnumSet;

/** Registers the {@link EdgeFilter} after the container's own filters, so that rejected requests have a trace. */
public class EdgeFilterListener implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent starting) {
        var filter = starting.getServletContext().addFilter("edge", EdgeFilter.class);
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC), true, "/*");
    }
}
