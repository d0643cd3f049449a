package dev.orderflow.gatewaysimulator.http;

import dev.orderflow.gatewaysimulator.domain.LedgerFailure;
import dev.orderflow.gatewaysimulator.source.CrossOrigin;
import dev.orderflow.gatewaysimulator.source.RequestSource;
import dev.orderflow.gatewaysimulator.source.SourceRefusal;
import dev.orderflow.gatewaysimulator.source.SourceRules;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Collection;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Checks every request first (limits, host and origin) and sets the headers of every response (no caching, no content
 * sniffing). Every failure is answered as a problem.
 */
public final class RequestGuard {

    private static final Logger LOG = Logger.getLogger(RequestGuard.class.getName());
    private static final Status MISDIRECTED_REQUEST_421 = Status.create(421, "Misdirected Request");

    private static final String HOST =
            "This server does not answer requests for the name in the Host header. Use localhost or a name in"
                    + " ORDERFLOW_HTTP_HOSTS, or add the name there.";

    private static final String ORIGIN =
            "Pages of other origins cannot change data. If the page is yours, add its origin to"
                    + " CONSOLE_ORIGIN. A program sends no Origin header.";

    private final SourceRules rules;
    private final CrossOrigin crossOrigin;

    /**
     * Creates a guard.
     *
     * @param hosts names to answer under, besides those of this machine
     * @param origins of other pages that may make changes
     */
    public RequestGuard(Collection<String> hosts, Collection<String> origins) {
        rules = SourceRules.of(hosts, origins);
        crossOrigin = new CrossOrigin(rules.origins());
    }

    public void protect(HttpRouting.Builder routing) {
        routing.addFilter(RequestGuard::close)
                .addFilter(this::filter)
                .error(ProblemException.class, RequestGuard::answer)
                .error(
                        HttpException.class,
                        (request, response, refusal) ->
                                answer(request, response, ProblemException.of(refusal.status())))
                .error(LedgerFailure.class, (request, response, failure) -> {
                    log(request, failure.isTransient() ? Level.WARNING : Level.SEVERE, failure.getCause());
                    answer(
                            request,
                            response,
                            ProblemException.of(
                                    failure.isTransient()
                                            ? Status.SERVICE_UNAVAILABLE_503
                                            : Status.INTERNAL_SERVER_ERROR_500));
                })
                .error(Throwable.class, (request, response, failure) -> {
                    log(request, Level.SEVERE, failure);
                    answer(request, response, ProblemException.of(Status.INTERNAL_SERVER_ERROR_500));
                });
    }

    private void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        protect(response.headers());
        ProblemException refusal = refusal(request);
        if (refusal != null) {
            answer(request, response, refusal);
            return;
        }
        crossOrigin.allow(request, response.headers());
        if (CrossOrigin.isPreflight(request)) {
            response.send();
        } else {
            chain.proceed();
        }
    }

    /** Sets the headers of every response: docs/adr/0041. */
    static void protect(ServerResponseHeaders answer) {
        answer.set(HeaderNames.CACHE_CONTROL, "no-store");
        answer.set(HeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff");
    }

    /** Helidon 4.5.0 announces the close but keeps the connection; fixed in 4.5.4: helidon-io/helidon#12324. */
    private static void close(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        chain.proceed();
        if (request.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            throw new CloseConnectionException("The client wants no other answer");
        }
    }

    private @Nullable ProblemException refusal(ServerRequest request) {
        Status broken = RequestLimits.refusal(request);
        if (broken != null) {
            return ProblemException.of(broken);
        }
        // Probes request health under any host name.
        SourceRefusal refusal =
                request.path().rawPath().startsWith("/health") ? null : rules.refusal(RequestSource.of(request));
        return switch (refusal) {
            case UNKNOWN_HOST -> new ProblemException(MISDIRECTED_REQUEST_421, "unknown-host", HOST);
            case FOREIGN_ORIGIN -> new ProblemException(Status.FORBIDDEN_403, "foreign-origin", ORIGIN);
            case NOT_JSON -> ProblemException.of(Status.UNSUPPORTED_MEDIA_TYPE_415);
            case null -> null;
        };
    }

    private static void answer(ServerRequest request, ServerResponse response, ProblemException problem) {
        response.status(problem.status());
        response.headers().set(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
        protect(response.headers());
        if (problem.isTransient()) {
            response.headers().set(HeaderNames.RETRY_AFTER, Integer.toString(problem.retryAfterSeconds()));
        }
        response.send(Json.write(problem.problem(request.path().rawPath(), TraceId.of(request))));
    }

    private static void log(ServerRequest request, Level level, @Nullable Throwable failure) {
        LOG.log(
                level,
                failure,
                () -> "Failed: " + request.prologue().method().text() + ", trace id " + TraceId.of(request));
    }
}
