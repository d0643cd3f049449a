package dev.orderflow.order.rest.order;

import dev.orderflow.order.domain.Order;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

/** Serialises orders and timeline entries. Caches and streams reuse the text. */
@ApplicationScoped
public class OrderJson {

    private final Jsonb jsonb = JsonbBuilder.create();

    public String of(Order order) {
        return jsonb.toJson(OrderRepresentation.of(order));
    }

    public String of(TimelineEntry entry) {
        return jsonb.toJson(entry);
    }
}
