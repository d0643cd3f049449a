package dev.orderflow.chassis.harness.otlp;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.resource.v1.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes what servers export by OTLP over HTTP: spans, metrics and log records. */
public final class OtlpReceiver implements AutoCloseable {

    /** How a kind of request is taken in. */
    @FunctionalInterface
    private interface BodyReceiver {
        void take(byte[] request) throws InvalidProtocolBufferException;
    }

    private final HttpServer server;
    private final Queue<ReceivedSpan> spans = new ConcurrentLinkedQueue<>();
    private final Queue<ReceivedLog> logs = new ConcurrentLinkedQueue<>();
    private final Map<List<String>, ReceivedMetric> metrics = new ConcurrentHashMap<>();

    public OtlpReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", exchange -> receive(exchange, this::takeSpans));
        server.createContext("/v1/metrics", exchange -> receive(exchange, this::takeMetrics));
        server.createContext("/v1/logs", exchange -> receive(exchange, this::takeLogs));
        server.start();
    }

    /** What a server must be told to export here, at once and all of it. */
    public Map<String, String> environment() {
        return Map.of(
                "OTEL_TRACES_EXPORTER", "otlp",
                "OTEL_METRICS_EXPORTER", "otlp",
                "OTEL_LOGS_EXPORTER", "otlp",
                "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                "OTEL_METRIC_EXPORT_INTERVAL", "1000",
                "OTEL_BSP_SCHEDULE_DELAY", "500",
                "OTEL_BLRP_SCHEDULE_DELAY", "500");
    }

    /** The spans of a trace, by any number of services, so far. */
    public List<ReceivedSpan> trace(String traceId) {
        return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
    }

    public Optional<ReceivedSpan> span(String id) {
        return spans.stream().filter(span -> span.id().equals(id)).findFirst();
    }

    public List<ReceivedLog> logs() {
        return List.copyOf(logs);
    }

    /** The last state of every metric that a service has exported. */
    public Collection<ReceivedMetric> metrics() {
        return metrics.values();
    }

    /** The last values of a gauge, by the value of its only attribute: of the server that reported it last. */
    public Map<String, Double> gauges(String name) {
        Map<String, Double> values = new ConcurrentHashMap<>();
        metrics().stream()
                .filter(metric -> metric.name().equals(name))
                .sorted(Comparator.comparing(ReceivedMetric::received))
                .forEach(metric -> values.putAll(metric.gauges()));
        return values;
    }

    private void takeSpans(byte[] bytes) throws InvalidProtocolBufferException {
        for (var resource : ExportTraceServiceRequest.parseFrom(bytes).getResourceSpansList()) {
            String service = service(resource.getResource());
            resource.getScopeSpansList()
                    .forEach(scope -> scope.getSpansList().forEach(span -> spans.add(new ReceivedSpan(service, span))));
        }
    }

    private void takeMetrics(byte[] bytes) throws InvalidProtocolBufferException {
        for (var resource : ExportMetricsServiceRequest.parseFrom(bytes).getResourceMetricsList()) {
            String service = service(resource.getResource());
            String instance = attribute(resource.getResource(), "service.instance.id");
            resource.getScopeMetricsList()
                    .forEach(scope -> scope.getMetricsList()
                            .forEach(metric -> metrics.put(
                                    List.of(service, instance, metric.getName()),
                                    new ReceivedMetric(service, instance, Instant.now(), metric))));
        }
    }

    private void takeLogs(byte[] bytes) throws InvalidProtocolBufferException {
        for (var resource : ExportLogsServiceRequest.parseFrom(bytes).getResourceLogsList()) {
            String service = service(resource.getResource());
            resource.getScopeLogsList()
                    .forEach(
                            scope -> scope.getLogRecordsList().forEach(log -> logs.add(new ReceivedLog(service, log))));
        }
    }

    private static String service(Resource resource) {
        return attribute(resource, "service.name");
    }

    private static String attribute(Resource resource, String name) {
        return Attributes.of(resource.getAttributesList()).getOrDefault(name, "");
    }

    private static void receive(HttpExchange exchange, BodyReceiver intake) throws IOException {
        try (exchange) {
            intake.take(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
