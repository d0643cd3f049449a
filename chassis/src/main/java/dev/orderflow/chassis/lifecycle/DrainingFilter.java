package dev.orderflow.chassis.lifecycle;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Of a server that will end soon, no connection is kept: its client would send the next request just when it is closed.
 */
public class DrainingFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    @SuppressWarnings("serial") // a client proxy; and no container serialises filters
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
