package dev.orderflow.gatewaysimulator.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.util.UUID;

/** Answers with a problem if Helidon refuses a request before it is routed. */
public final class TransportProblems implements DirectHandler {

    private TransportProblems() {}

    public static DirectHandlers handlers() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            handlers.addHandler(type, new TransportProblems());
        }
        return handlers.build();
    }

    @Override
    public TransportResponse handle(
            TransportRequest request,
            EventType eventType,
            Status status,
            ServerResponseHeaders headers,
            String message) {
        String id = UUID.randomUUID().toString().replace("-", "");
        Problem problem = ProblemException.of(status).problem(path(request), id);
        RequestGuard.protect(headers);
        headers.set(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
        return TransportResponse.builder()
                .status(status)
                .headers(headers)
                .keepAlive(false)
                .entity(Json.write(problem))
                .build();
    }

    /** Returns the path without the query; empty if it could not be read. */
    private static String path(TransportRequest request) {
        String path = request.path();
        return path == null ? "" : path.replaceFirst("[?#].*", "");
    }
}
