package dev.orderflow.chassis.lifecycle;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Closes each connection while the server drains. Otherwise a client could send its next request just when the
 * connection is closed.
 */
public class DrainingFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    @SuppressWarnings("serial") // a client proxy; containers do not serialise filters
    Draining draining;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (draining.hasBegun()) {
            response.setHeader("Connection", "close");
        }
        chain.doFilter(request, response);
    }
}
