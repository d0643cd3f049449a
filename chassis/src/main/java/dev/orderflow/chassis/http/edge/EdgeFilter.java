package dev.orderflow.chassis.http.edge;

import dev.orderflow.chassis.http.Problems;
import dev.orderflow.chassis.http.RequestFailureLog;
import dev.orderflow.chassis.http.RequestLimits;
import io.opentelemetry.context.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Rejects a request that exceeds a limit or comes from a forbidden source, before anything else reads it. No exception
 * leaves this filter.
 */
public class EdgeFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private transient SourceRules rules = SourceRules.of(List.of(), List.of());
    private transient RequestBodyReader bodies = new RequestBodyReader(Duration.ZERO);

    @Override
    public void init() {
        Config config = ConfigProvider.getConfig();
        rules = SourceRules.of(values(config, "orderflow.http.hosts"), values(config, "CONSOLE_ORIGIN"));
        bodies =
                new RequestBodyReader(Duration.ofMillis(config.getValue("orderflow.http.body-timeout-ms", Long.class)));
    }

    @Override
    public void destroy() {
        bodies.close();
    }

    private static List<String> values(Config config, String name) {
        return config.getOptionalValues(name, String.class).orElse(List.of());
    }

    @Override
    protected void doFilter(HttpServletRequest received, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (received instanceof AsyncBufferedRequest body) {
            continueLate(body, response, chain);
            return;
        }
        HttpServletRequest request = new TrimmedRequest(received);
        // Bodies are JSON. A set encoding also keeps Liberty from parsing the charset of a rejected request, which
        // fails on an unclosed quote.
        request.setCharacterEncoding("UTF-8");
        Status broken = BodyFraming.isClear(received) ? RequestLimits.refusal(request) : Status.BAD_REQUEST;
        if (broken != null) {
            response.sendError(broken.getStatusCode());
            return;
        }
        SourceRefusal refusal = rules.refusal(RequestSource.of(request));
        if (refusal != null) {
            // Not sendError: Liberty answers 403 with its own page and ignores error pages.
            ErrorPage.refuse(request, response, SourceProblems.of(refusal, request));
        } else if (!SourceRules.READING.contains(request.getMethod()) && !BodyFraming.isOfKnownEncoding(request)) {
            response.setHeader(HttpHeaders.ACCEPT_ENCODING, BodyFraming.KNOWN_ENCODINGS);
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else if (request.isAsyncSupported() && RequestBodyReader.hasBody(request)) {
            BufferedRequest body = bodies.read(request, response);
            if (body != null) {
                continueWith(body, response, chain);
            }
        } else {
            letNoFailureOut(request, response, chain);
        }
    }

    @SuppressWarnings("try") // the scope works by being open
    private static void continueLate(AsyncBufferedRequest body, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try (Scope continued = body.trace().makeCurrent()) {
            continueWith(body, response, chain);
        }
    }

    private static void continueWith(BufferedRequest body, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (body.isLate()) {
            response.setHeader("Connection", "close"); // the rest of the body must not be read as the next request
            ErrorPage.refuse(body, response, Problems.of(Status.REQUEST_TIMEOUT, body));
        } else {
            letNoFailureOut(body, response, chain);
        }
    }

    private static void letNoFailureOut(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException | Error failure) {
            if (response.isCommitted()) {
                throw failure; // the only way to signal that the response is incomplete
            }
            // Not rethrown: Liberty's tracing filter would leave its span on the thread for the next request.
            answer(request, response, failure);
        }
    }

    /** Liberty throws FileNotFoundException if neither a servlet nor a file exists. */
    private static void answer(HttpServletRequest request, HttpServletResponse response, Throwable failure)
            throws IOException {
        if (failure instanceof FileNotFoundException || failure.getCause() instanceof FileNotFoundException) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            RequestFailureLog.log(request, failure);
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }
}
