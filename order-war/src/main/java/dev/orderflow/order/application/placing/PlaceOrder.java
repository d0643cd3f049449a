package dev.orderflow.order.application.placing;

import static java.util.stream.Collectors.toSet;

import dev.orderflow.chassis.telemetry.TraceContext;
import dev.orderflow.events.OrderEvent.OrderCreated;
import dev.orderflow.events.PaymentRequest;
import dev.orderflow.messaging.Ids;
import dev.orderflow.messaging.Outbox;
import dev.orderflow.order.application.Deadlines;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.InFlight;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.KeyUsedBefore;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Placed;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Refused;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderException;
import dev.orderflow.order.domain.OrderHistory;
import dev.orderflow.order.domain.OrderLine;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.Orders;
import dev.orderflow.order.domain.idempotency.IdempotencyKey;
import dev.orderflow.order.domain.idempotency.IdempotencyKey.Answer;
import dev.orderflow.order.domain.idempotency.IdempotencyKeys;
import dev.orderflow.order.domain.product.Offers;
import dev.orderflow.order.domain.product.Product;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * A customer places an order. Order, history, OrderCreated and the idempotency key are stored together, or nothing is;
 * so the same request may be sent again until it is answered, and there is one order. {@link PlaceOrders} brings
 * together what is asked for at the same time.
 */
@ApplicationScoped
public class PlaceOrder {

    /** Most units of one SKU in an order. */
    public static final int MAX_QUANTITY = 10_000;

    @Inject
    Orders orders;

    @Inject
    Offers offers;

    @Inject
    IdempotencyKeys keys;

    @Inject
    Outbox outbox;

    @Inject
    Deadlines deadlines;

    @Inject
    @ConfigProperty(name = "orderflow.currency")
    String currency;

    /** What is asked for: the prices are ours to say. */
    public record Command(String customerId, List<Line> lines, String paymentToken) {

        /** So many units of a SKU; a SKU may stand in several lines. */
        public record Line(String sku, int quantity) {}

        /** Without the token: nobody but the gateway is to see it. */
        @Override
        public String toString() {
            return "Command[customerId=%s, lines=%s]".formatted(customerId, lines);
        }
    }

    /**
     * One attempt to place an order.
     *
     * @param key the customer's name for this order
     * @param render makes the answer of an order, to be stored with the key
     * @param traceParent W3C trace context of the attempt; null when it is not traced
     */
    public record Request(
            Command command,
            String key,
            Function<Order, Answer> render,
            @Nullable String traceParent) {

        IdempotencyKey.Id id() {
            return new IdempotencyKey.Id(command.customerId(), key);
        }

        /** An attempt of the present trace. */
        public Request(Command command, String key, Function<Order, Answer> render) {
            this(command, key, render, TraceContext.current());
        }
    }

    /** What became of the request. */
    public sealed interface Outcome {

        /**
         * There is an order.
         *
         * @param replayed whether it was there before
         */
        record Placed(Answer answer, boolean replayed) implements Outcome {}

        /** The same key is being used by another request at this moment. */
        record InFlight() implements Outcome {}

        /** The key was used for another order. */
        record KeyUsedBefore() implements Outcome {}

        /** A SKU is unknown or a limit is exceeded; nothing is stored, and the key is free. */
        record Refused(OrderException refusal) implements Outcome {}
    }

    /** Places orders at the present prices, unless that was done under their keys before: all in one transaction. */
    @Transactional
    public List<Outcome> place(List<Request> requests) {
        Set<IdempotencyKey.Id> ids = requests.stream().map(Request::id).collect(toSet());
        // The reservation first: who has it and then finds no key knows that nobody has stored one.
        Set<IdempotencyKey.Id> reserved = keys.reserve(ids);
        Map<IdempotencyKey.Id, IdempotencyKey> used = new HashMap<>(keys.find(ids));
        Offers.Offer offer = offers.offer(requests.stream()
                .filter(request -> !used.containsKey(request.id()))
                .flatMap(request -> request.command().lines().stream().map(Command.Line::sku))
                .collect(toSet()));
        Known known = new Known(reserved, used, offer);
        List<Outcome> outcomes = new ArrayList<>();
        requests.forEach(
                request -> TraceContext.run(request.traceParent(), null, () -> outcomes.add(place(request, known))));
        // Before the commit, because the container logs a whole stack for what it refuses while it commits.
        orders.write();
        return outcomes;
    }

    /** What the database said of all requests of a transaction; the keys that they use are added. */
    private record Known(
            Set<IdempotencyKey.Id> reserved, Map<IdempotencyKey.Id, IdempotencyKey> used, Offers.Offer offer) {}

    private Outcome place(Request request, Known known) {
        try {
            Command command = request.command();
            Map<String, Integer> quantities = merge(command.lines());
            byte[] fingerprint = fingerprint(command, quantities);
            IdempotencyKey before = known.used().get(request.id());
            if (before != null) {
                return before.isFor(fingerprint) ? new Placed(before.answer(), true) : new KeyUsedBefore();
            }
            if (!known.reserved().contains(request.id())) {
                return new InFlight();
            }
            Order order = price(command, quantities, known.offer());
            Answer answer = request.render().apply(order);
            store(order);
            IdempotencyKey key = new IdempotencyKey(request.id(), fingerprint, order.id(), answer);
            keys.add(key);
            known.used().put(key.id(), key);
            return new Placed(answer, false);
        } catch (OrderException refusal) {
            return new Refused(refusal);
        }
    }

    private void store(Order order) {
        orders.add(order);
        UUID told = outbox.append(new OrderCreated(
                order.id(),
                order.customerId(),
                order.lines().stream()
                        .map(line -> new OrderCreated.Line(line.sku(), line.quantity()))
                        .toList(),
                new PaymentRequest(
                        order.total(), order.currency(), order.paymentToken(), expiry(order, OrderStatus.RESERVED)),
                expiry(order, OrderStatus.PENDING)));
        orders.add(OrderHistory.placed(Ids.next(), order.id(), told, TraceContext.current()));
    }

    /** When the order is cancelled if it is in this status still: no other service needs to work for it then. */
    private Instant expiry(Order order, OrderStatus status) {
        return order.createdAt().plus(deadlines.of(status));
    }

    /**
     * Of what is asked for, however it is written: white space, the sequence of lines and split lines make no
     * difference.
     */
    private static byte[] fingerprint(Command command, Map<String, Integer> quantities) {
        String canonical = quantities.entrySet().stream()
                .map(line -> line.getKey() + ' ' + line.getValue())
                .collect(Collectors.joining("\n", command.customerId() + '\n' + command.paymentToken() + '\n', ""));
        try {
            return MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
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

    private Order price(Command command, Map<String, Integer> quantities, Offers.Offer offer) {
        List<String> unknown = new ArrayList<>();
        List<OrderLine> lines = new ArrayList<>();
        quantities.forEach((sku, quantity) -> {
            Product product = offer.products().get(sku);
            if (product == null) {
                unknown.add(sku);
            } else {
                lines.add(product.line(quantity));
            }
        });
        if (!unknown.isEmpty()) {
            throw new OrderException(
                    OrderException.Kind.UNKNOWN_SKU,
                    "Not in the catalogue: " + String.join(", ", unknown) + ". GET /api/products lists what is.");
        }
        try {
            return Order.place(Ids.next(), command.customerId(), lines, currency, command.paymentToken(), offer.at());
        } catch (ArithmeticException e) {
            throw new OrderException(
                    OrderException.Kind.TOTAL_TOO_LARGE, "The total is too large. Order less at once.");
        }
    }
}
