package dev.orderflow.order.application.placing;

import static java.util.stream.Collectors.toSet;

import dev.orderflow.chassis.telemetry.TraceContext;
import dev.orderflow.events.OrderEvent.OrderCreated;
import dev.orderflow.events.PaymentRequest;
import dev.orderflow.messaging.Outbox;
import dev.orderflow.messaging.UuidV7;
import dev.orderflow.order.application.OrderDeadlines;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Placed;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Refused;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Refused.Reason;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderLine;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.placing.Placements;
import dev.orderflow.order.domain.placing.Placements.Placement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Places orders. Order, history, OrderCreated and idempotency key are stored in one transaction, so clients can safely
 * retry a request.
 */
@ApplicationScoped
public class PlaceOrder {

    /** Maximum quantity of one SKU in an order. */
    public static final int MAX_QUANTITY = 10_000;

    @Inject
    Placements placements;

    @Inject
    Outbox outbox;

    @Inject
    OrderDeadlines deadlines;

    @Inject
    @ConfigProperty(name = "orderflow.currency")
    String currency;

    /**
     * A request to place an order. Prices come from the catalogue.
     *
     * @param key the customer's idempotency key
     * @param traceParent W3C trace context of the request; null if it is not traced
     */
    public record Command(
            String customerId,
            String key,
            List<Line> lines,
            String paymentToken,
            @Nullable String traceParent) {

        /** A request in the current trace. */
        public Command(String customerId, String key, List<Line> lines, String paymentToken) {
            this(customerId, key, lines, paymentToken, TraceContext.current());
        }

        /** A quantity of a SKU. Several lines can have the same SKU. */
        public record Line(String sku, int quantity) {}

        Placements.Key placementKey() {
            return new Placements.Key(customerId, key);
        }

        /** Omits the token, which only the gateway may see. */
        @Override
        public String toString() {
            return "Command[customerId=%s, key=%s, lines=%s]".formatted(customerId, key, lines);
        }
    }

    /** The result of a request. */
    public sealed interface Outcome {

        /**
         * The order exists.
         *
         * @param order as it was placed
         * @param replayed whether an earlier request with this key placed it
         */
        record Placed(Order order, boolean replayed) implements Outcome {}

        /**
         * The order was refused. Nothing is stored, and the key can be used again.
         *
         * @param detail what is wrong and what to do, for the customer to read
         * @param retryAfterSeconds when to retry; 0 if a retry does not help
         */
        record Refused(Reason reason, String detail, int retryAfterSeconds) implements Outcome {

            /** Why an order is refused. */
            public enum Reason {
                UNKNOWN_SKU,
                QUANTITY_TOO_LARGE,
                TOTAL_TOO_LARGE,
                /** The key was used for a different order. */
                IDEMPOTENCY_KEY_REUSED,
                /** Another request with this key is in progress. */
                REQUEST_IN_FLIGHT,
                /** Admission control refused the order. */
                TOO_MANY_ORDERS;

                /** Returns the last part of the problem type, such as {@code unknown-sku}. */
                public String code() {
                    return name().toLowerCase(Locale.ROOT).replace('_', '-');
                }
            }

            Refused(Reason reason, String detail) {
                this(reason, detail, 0);
            }
        }
    }

    /**
     * Places orders at current prices, or returns the orders that were placed under these keys before. All orders share
     * one transaction.
     */
    @Transactional
    public List<Outcome> place(List<Command> commands) {
        Set<Placements.Key> keys = commands.stream().map(Command::placementKey).collect(toSet());
        // Reserve first: a key that is reserved and not found afterwards cannot be stored by another transaction.
        Set<Placements.Key> reserved = placements.reserve(keys);
        Map<Placements.Key, Placement> used = new HashMap<>(placements.find(keys));
        Placements.Offer offer = placements.offer(commands.stream()
                .filter(command -> !used.containsKey(command.placementKey()))
                .flatMap(command -> command.lines().stream().map(Command.Line::sku))
                .collect(toSet()));
        Known known = new Known(reserved, used, offer);
        List<Outcome> outcomes = new ArrayList<>();
        commands.forEach(
                command -> TraceContext.run(command.traceParent(), null, () -> outcomes.add(place(command, known))));
        // Before the commit, because the container logs a stack trace if a statement fails during the commit.
        placements.write();
        return outcomes;
    }

    /** Data that was read for all orders of a transaction. Orders that it places are added. */
    private record Known(Set<Placements.Key> reserved, Map<Placements.Key, Placement> used, Placements.Offer offer) {}

    private Outcome place(Command command, Known known) {
        Map<String, Integer> quantities = merge(command.lines());
        for (Map.Entry<String, Integer> line : quantities.entrySet()) {
            if (line.getValue() > MAX_QUANTITY) {
                return new Refused(
                        Reason.QUANTITY_TOO_LARGE,
                        "%d units of %s were asked for; at most %d can be ordered at once."
                                .formatted(line.getValue(), line.getKey(), MAX_QUANTITY));
            }
        }
        byte[] fingerprint = fingerprint(command, quantities);
        Placement before = known.used().get(command.placementKey());
        if (before != null) {
            return before.isFor(fingerprint)
                    ? new Placed(before.order(), true)
                    : new Refused(
                            Reason.IDEMPOTENCY_KEY_REUSED,
                            "This Idempotency-Key was used for a different order. Use a new key for each order.");
        }
        if (!known.reserved().contains(command.placementKey())) {
            return new Refused(
                    Reason.REQUEST_IN_FLIGHT,
                    "A request with this Idempotency-Key is in progress. Retry in a second.",
                    1);
        }
        Outcome outcome = price(command, quantities, known.offer());
        if (outcome instanceof Placed placed) {
            Placement placement = new Placement(command.placementKey(), fingerprint, placed.order());
            placements.add(placement, publish(placed.order()), TraceContext.current());
            known.used().put(placement.key(), placement);
        }
        return outcome;
    }

    /** Returns the id of the event. */
    private UUID publish(Order order) {
        return outbox.append(new OrderCreated(
                order.id(),
                order.customerId(),
                order.lines().stream()
                        .map(line -> new OrderCreated.Line(line.sku(), line.quantity()))
                        .toList(),
                new PaymentRequest(
                        order.total(),
                        order.currency(),
                        order.paymentToken(),
                        deadlines.of(order, OrderStatus.RESERVED)),
                deadlines.of(order, OrderStatus.PENDING)));
    }

    /** Hashes the content of the order. White space, the order of lines and split lines make no difference. */
    private static byte[] fingerprint(Command command, Map<String, Integer> quantities) {
        return Placement.fingerprint(quantities.entrySet().stream()
                .map(line -> line.getKey() + ' ' + line.getValue())
                .collect(Collectors.joining("\n", command.customerId() + '\n' + command.paymentToken() + '\n', "")));
    }

    /** Merges lines of the same SKU, in SKU order. */
    private static Map<String, Integer> merge(List<Command.Line> lines) {
        Map<String, Integer> quantities = new TreeMap<>();
        lines.forEach(line -> quantities.merge(line.sku(), line.quantity(), Math::addExact));
        return quantities;
    }

    /** Prices an order, or returns why that is impossible. */
    private Outcome price(Command command, Map<String, Integer> quantities, Placements.Offer offer) {
        List<String> unknown = new ArrayList<>();
        List<OrderLine> lines = new ArrayList<>();
        quantities.forEach((sku, quantity) -> {
            Placements.Price price = offer.prices().get(sku);
            if (price == null) {
                unknown.add(sku);
            } else {
                lines.add(new OrderLine(sku, price.name(), quantity, price.unitPrice()));
            }
        });
        if (!unknown.isEmpty()) {
            return new Refused(
                    Reason.UNKNOWN_SKU,
                    "Not in the catalogue: " + String.join(", ", unknown) + ". See GET /api/products for"
                            + " all products.");
        }
        try {
            return new Placed(
                    Order.place(
                            UuidV7.next(), command.customerId(), lines, currency, command.paymentToken(), offer.at()),
                    false);
        } catch (ArithmeticException e) {
            return new Refused(Reason.TOTAL_TOO_LARGE, "The order total exceeds the maximum. Split the order.");
        }
    }
}
