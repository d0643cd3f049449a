package dev.orderflow.chassis.harness.otlp;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A span that a service has exported. */
public record ReceivedSpan(String service, Span proto) {

    public String traceId() {
        return hex(proto.getTraceId());
    }

    public String id() {
        return hex(proto.getSpanId());
    }

    /** Empty for a root. */
    public String parentId() {
        return hex(proto.getParentSpanId());
    }

    public String name() {
        return proto.getName();
    }

    /** CLIENT, SERVER, PRODUCER, CONSUMER or INTERNAL. */
    public String kind() {
        return proto.getKind().name().replace("SPAN_KIND_", "");
    }

    public Map<String, String> attributes() {
        return Attributes.of(proto.getAttributesList());
    }

    /** The spans that it is linked to. */
    public List<String> links() {
        return proto.getLinksList().stream().map(link -> hex(link.getSpanId())).toList();
    }

    public boolean failed() {
        return proto.getStatus().getCode() == io.opentelemetry.proto.trace.v1.Status.StatusCode.STATUS_CODE_ERROR;
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }
}
