package dev.orderflow.order.rest.order;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that happened to an order, in sequence. */
@Schema(
        name = "Timeline",
        requiredProperties = {"orderId", "items"},
        examples = """
                {"orderId": "01a206f8-021f-7798-a2bc-15cc07700889",
                 "items": [{"orderId": "01a206f8-021f-7798-a2bc-15cc07700889", "at": "2026-01-31T09:00:00.123456Z",
                  "from": null, "status": "PENDING", "cause": "PLACED", "eventId": null,
                  "publishedEventId": "01a206f8-0236-7e41-8f0e-3a5c2b1d4e6f",
                  "traceId": "4bf92f3577b34da6a3ce929d0e0e4736"}]}""")
@JsonbPropertyOrder({"orderId", "items"})
public record Timeline(UUID orderId, List<TimelineEntry> items) {}
