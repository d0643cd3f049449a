package dev.orderflow.systemtests.telemetry;

import dev.orderflow.localstack.ServiceName;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A line of a server's log in JSON. */
record LogLine(ServiceName service, Map<String, String> fields) {

    /** Returns all complete JSON lines so far, without those of the JVM and the start script. */
    static List<LogLine> of(ServiceName service, Path log) {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith("{") && line.endsWith("}"))
                    .map(line -> new LogLine(service, JsonPath.from(line).<String, String>getMap("")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String message() {
        return field("message");
    }

    /** Returns whether Orderflow's code wrote it. */
    boolean isOurs() {
        return field("module").startsWith("dev.orderflow.");
    }

    String trace() {
        return field("trace_id");
    }

    String order() {
        return field("order_id");
    }

    private String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
