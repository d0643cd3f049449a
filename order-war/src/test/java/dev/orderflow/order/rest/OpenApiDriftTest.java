package dev.orderflow.order.rest;

import static dev.orderflow.chassis.harness.openapi.drift.JavaTypes.names;

import dev.orderflow.chassis.harness.openapi.drift.DriftContract;
import dev.orderflow.chassis.harness.openapi.drift.JavaTypes;
import dev.orderflow.messaging.harness.DeadLetterTypes;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Refused;
import dev.orderflow.order.domain.OrderReason;
import dev.orderflow.order.domain.OrderSignal;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.rest.console.ConsoleResource;
import dev.orderflow.order.rest.order.OrderPage;
import dev.orderflow.order.rest.order.OrderRepresentation;
import dev.orderflow.order.rest.order.OrderSummary;
import dev.orderflow.order.rest.order.PlaceOrderRequest;
import dev.orderflow.order.rest.order.Timeline;
import dev.orderflow.order.rest.order.TimelineEntry;
import dev.orderflow.order.rest.product.ProductRepresentation;
import dev.orderflow.order.rest.product.PutProductRequest;
import dev.orderflow.order.rest.stream.OrderCounts;
import java.util.Map;
import java.util.Set;

class OpenApiDriftTest extends DriftContract {

    private static final JavaTypes TYPES = new JavaTypes(
            Map.ofEntries(
                    Map.entry("PlaceOrderRequest", PlaceOrderRequest.class),
                    Map.entry("Line", PlaceOrderRequest.Line.class),
                    Map.entry("Order", OrderRepresentation.class),
                    Map.entry("OrderLine", OrderRepresentation.Line.class),
                    Map.entry("OrderPage", OrderPage.class),
                    Map.entry("OrderSummary", OrderSummary.class),
                    Map.entry("Timeline", Timeline.class),
                    Map.entry("TimelineEntry", TimelineEntry.class),
                    Map.entry("OrderCounts", OrderCounts.class),
                    Map.entry("OrdersInStatus", OrderCounts.InStatus.class),
                    Map.entry("OrderSlot", OrderCounts.Slot.class),
                    Map.entry("Product", ProductRepresentation.class),
                    Map.entry("PutProductRequest", PutProductRequest.class),
                    Map.entry("ConsoleServices", ConsoleResource.Services.class)),
            Map.of(
                    "GET /api/orders query status", names(OrderStatus.class),
                    "Order.status", names(OrderStatus.class),
                    "Order.reason", names(OrderReason.class),
                    "OrderSummary.status", names(OrderStatus.class),
                    "OrderSummary.reason", names(OrderReason.class),
                    "TimelineEntry.status", names(OrderStatus.class),
                    "TimelineEntry.cause", names(OrderSignal.class, "PLACED")));

    OpenApiDriftTest() {
        super("dev.orderflow.order", DeadLetterTypes.ALL.and(TYPES));
    }

    /** Also the reasons to refuse an order: the code that raises their problems does not name their types. */
    @Override
    protected Set<String> raised() {
        Set<String> raised = super.raised();
        for (Refused.Reason reason : Refused.Reason.values()) {
            raised.add("/problems/" + reason.code());
        }
        return raised;
    }
}
