package dev.orderflow.order.rest.order;

import dev.orderflow.order.domain.stream.RecordedTransition;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.UUID;

/** All that happened to an order, in sequence. */
@JsonbPropertyOrder({"orderId", "items"})
public record Timeline(UUID orderId, List<TimelineEntry> items) {

    static Timeline of(UUID orderId, List<RecordedTransition> steps) {
        return new Timeline(orderId, steps.stream().map(TimelineEntry::of).toList());
    }
}
