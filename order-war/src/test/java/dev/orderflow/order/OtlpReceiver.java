package dev.orderflow.order;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Takes the metrics that a server exports by OTLP over HTTP. */
final class OtlpReceiver implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Map<String, Double>> gauges = new ConcurrentHashMap<>();

    OtlpReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/metrics", this::receive);
        server.start();
    }

    /** What a server must be told to export here. */
    Map<String, String> environment() {
        return Map.of(
                "OTEL_METRICS_EXPORTER", "otlp",
                "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                "OTEL_METRIC_EXPORT_INTERVAL", "1000");
    }

    /** The last values of a gauge, by the value of its only attribute. */
    Map<String, Double> gauges(String name) {
        return gauges.getOrDefault(name, Map.of());
    }

    private void receive(HttpExchange exchange) throws IOException {
        var request = ExportMetricsServiceRequest.parseFrom(exchange.getRequestBody());
        request.getResourceMetricsList().stream()
                .flatMap(resource -> resource.getScopeMetricsList().stream())
                .flatMap(scope -> scope.getMetricsList().stream())
                .filter(metric -> metric.hasGauge())
                .forEach(metric -> metric.getGauge().getDataPointsList().stream()
                        .filter(point -> point.getAttributesCount() == 1)
                        .forEach(point -> remember(metric.getName(), point)));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private void remember(String name, NumberDataPoint point) {
        gauges.computeIfAbsent(name, first -> new ConcurrentHashMap<>())
                .put(point.getAttributes(0).getValue().getStringValue(), point.getAsDouble());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
