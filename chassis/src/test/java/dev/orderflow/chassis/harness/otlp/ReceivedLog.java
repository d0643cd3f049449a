package dev.orderflow.chassis.harness.otlp;

import io.opentelemetry.proto.logs.v1.LogRecord;
import java.util.HexFormat;
import java.util.Map;

/** A log record that a service has exported. */
public record ReceivedLog(String service, LogRecord proto) {

    public String message() {
        return proto.getBody().getStringValue();
    }

    /** Empty outside of any trace. */
    public String traceId() {
        return HexFormat.of().formatHex(proto.getTraceId().toByteArray());
    }

    public Map<String, String> attributes() {
        return Attributes.of(proto.getAttributesList());
    }
}
