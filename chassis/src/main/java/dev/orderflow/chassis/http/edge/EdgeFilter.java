package dev.orderflow.chassis.http.edge;

import dev.orderflow.chassis.http.Failures;
import dev.orderflow.chassis.http.RequestLimits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response.Status;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Refuses a request that breaks a limit, or that comes from where it may not, before anything else reads it; and lets
 * no exception out.
 */
public class EdgeFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private transient SourceRules rules = SourceRules.of(List.of(), List.of());

    @Override
    public void init() {
        Config config = ConfigProvider.getConfig();
        rules = SourceRules.of(values(config, "orderflow.http.hosts"), values(config, "CONSOLE_ORIGIN"));
    }

    private static List<String> values(Config config, String name) {
        return config.getOptionalValues(name, String.class).orElse(List.of());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // Bodies are JSON. And so Liberty does not look for a charset itself when it refuses: at an open quote, it
        // would fail.
        request.setCharacterEncoding("UTF-8");
        Status broken = RequestLimits.refusal(request);
        if (broken != null) {
            response.sendError(broken.getStatusCode());
            return;
        }
        SourceRefusal refusal = rules.refusal(RequestSource.of(request));
        if (refusal != null) {
            // Not by sendError: Liberty answers 403 with a page of its own, whatever error page there is.
            ErrorPage.refuse(request, response, SourceProblems.of(refusal, request));
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException | Error failure) {
            if (response.isCommitted()) {
                throw failure; // the only way left to tell the client that its answer is incomplete
            }
            // Not thrown on: Liberty's tracing filter would leave its span on the thread, for the next request to find.
            answer(request, response, failure);
        }
    }

    /** Where no servlet and no file is, Liberty throws. */
    private static void answer(HttpServletRequest request, HttpServletResponse response, Throwable failure)
            throws IOException {
        if (failure instanceof FileNotFoundException || failure.getCause() instanceof FileNotFoundException) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            Failures.log(request, failure);
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }
}
