package dev.orderflow.chassis.http.edge;

import dev.orderflow.chassis.http.RequestFailureLog;
import dev.orderflow.chassis.http.Problems;
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
 * Refuses a request that breaks a limit, or that comes from where it may not, before anything else reads it; and lets
 * no exception out.
 */
public class EdgeFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private transient SourceRules rules = SourceRules.of(List.of(), List.of());
    private transient RequestBodyReader bodies = new RequestBodyReader(Duration.ZERO);

    @Override
    public void init() {
        Config config = ConfigProvider.getConfig();
        rules = SourceRules.of(values(config, "orderflow.http.hosts"), values(config, "CONSOLE_ORIGIN"));
        bodies = new RequestBodyReader(Duration.ofMillis(config.getValue("orderflow.http.body-timeout-ms", Long.class)));
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
        // Bodies are JSON. And so Liberty does not look for a charset itself when it refuses: at an open quote, it
        // would fail.
        request.setCharacterEncoding("UTF-8");
        Status broken = BodyFraming.isClear(received) ? RequestLimits.refusal(request) : Status.BAD_REQUEST;
        if (broken != null) {
            response.sendError(broken.getStatusCode());
            return;
        }
        SourceRefusal refusal = rules.refusal(RequestSource.of(request));
        if (refusal != null) {
            // Not by sendError: Liberty answers 403 with a page of its own, whatever error page there is.
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
            RequestFailureLog.log(request, failure);
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }
}
