package dev.orderflow.order.application;

import dev.orderflow.events.OrderCreated;
import dev.orderflow.events.PaymentRequest;
import dev.orderflow.events.messaging.Ids;
import dev.orderflow.events.messaging.Outbox;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderException;
import dev.orderflow.order.domain.OrderHistory;
import dev.orderflow.order.domain.OrderLine;
import dev.orderflow.order.domain.Orders;
import dev.orderflow.order.domain.Products;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A customer places an order. Order, history and OrderCreated are stored together, or nothing is. */
@ApplicationScoped
public class PlaceOrder {

    /** Most units of one SKU in an order. */
    public static final int MAX_QUANTITY = 10_000;

    @Inject
    Orders orders;

    @Inject
    Products products;

    @Inject
    Outbox outbox;

    @Inject
    @ConfigProperty(name = "orderflow.currency")
    String currency;

    /** What is asked for: the prices are ours to say. */
    public record Command(String customerId, List<Line> lines, String paymentToken) {

        /** So many units of a SKU; a SKU may stand in several lines. */
        public record Line(String sku, int quantity) {}
    }

    /**
     * Places the order at the present prices.
     *
     * @throws OrderException when a SKU is unknown or a limit is exceeded
     */
    @Transactional
    public Order place(Command command) {
        Map<String, Integer> quantities = merge(command.lines());
        Products.Offer offer = products.offer(quantities.keySet());
        Order order = price(command, quantities, offer);
        orders.add(order);
        orders.add(OrderHistory.placed(Ids.next(), order.id()));
        outbox.append(new OrderCreated(
                order.id(),
                order.customerId(),
                order.lines().stream()
                        .map(line -> new OrderCreated.Line(line.sku(), line.quantity()))
                        .toList(),
                new PaymentRequest(order.total(), order.currency(), order.paymentToken())));
        return order;
    }

    /** One line for each SKU, in SKU order. */
    private static Map<String, Integer> merge(List<Command.Line> lines) {
        Map<String, Integer> quantities = new TreeMap<>();
        lines.forEach(line -> quantities.merge(line.sku(), line.quantity(), Math::addExact));
        quantities.forEach((sku, quantity) -> {
            if (quantity > MAX_QUANTITY) {
                throw new OrderException(
                        OrderException.Kind.QUANTITY_TOO_LARGE,
                        "%d units of %s were asked for; at most %d can be ordered at once."
                                .formatted(quantity, sku, MAX_QUANTITY));
            }
        });
        return quantities;
    }

    private Order price(Command command, Map<String, Integer> quantities, Products.Offer offer) {
        Set<String> unknown = new TreeSet<>(quantities.keySet());
        offer.products().forEach(product -> unknown.remove(product.sku()));
        if (!unknown.isEmpty()) {
            throw new OrderException(
                    OrderException.Kind.UNKNOWN_SKU,
                    "Not in the catalogue: " + String.join(", ", unknown) + ". GET /api/products lists what is.");
        }
        List<OrderLine> lines = offer.products().stream()
                .map(product -> product.line(quantities.getOrDefault(product.sku(), 0)))
                .toList();
        try {
            return Order.place(Ids.next(), command.customerId(), lines, currency, command.paymentToken(), offer.at());
        } catch (ArithmeticException e) {
            throw new OrderException(
                    OrderException.Kind.TOTAL_TOO_LARGE, "The total is too large. Order less at once.");
        }
    }
}
