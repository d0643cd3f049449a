package dev.orderflow.gatewaysimulator;

import dev.orderflow.gatewaysimulator.http.TransportProblems;
import io.helidon.common.socket.SocketOptions;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.time.Duration;

/** Builds the HTTP server. Its own limits lie above those in {@code RequestLimits}, which clients meet first. */
final class HttpListener {

    private static final int HEADERS_BYTES = 64 * 1024;
    private static final int PROLOGUE_BYTES = 32 * 1024;

    /** Longer than clients keep an idle connection. Otherwise, a request is lost now and then. */
    private static final Duration IDLE = Duration.ofMinutes(2);

    /** A client that sends nothing of its request for this long is disconnected. */
    private static final Duration READ = Duration.ofMinutes(2);

    private HttpListener() {}

    static WebServer of(String host, int port, HttpRouting.Builder routing) {
        return WebServer.builder()
                .host(host)
                .port(port)
                .shutdownHook(false)
                .idleConnectionTimeout(IDLE)
                .connectionOptions(SocketOptions.builder().readTimeout(READ).build())
                .addProtocol(Http1Config.builder()
                        .maxHeadersSize(HEADERS_BYTES)
                        .maxPrologueLength(PROLOGUE_BYTES)
                        .build())
                .directHandlers(TransportProblems.handlers())
                .routing(routing)
                .build();
    }
}
