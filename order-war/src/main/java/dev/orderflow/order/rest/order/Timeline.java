package dev.orderflow.order.rest.order;

import dev.orderflow.order.domain.stream.RecordedTransition;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.UUID;

/** Everything that happened to an order, oldest first. */
@JsonbPropertyOrder({"orderId", "items"})
public record Timeline(UUID orderId, List<TimelineEntry> items) {

    static Timeline of(UUID orderId, List<RecordedTransition> transitions) {
        return new Timeline(orderId, transitions.stream().map(TimelineEntry::of).toList());
    }
}
