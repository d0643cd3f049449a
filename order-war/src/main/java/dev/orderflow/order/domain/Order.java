package dev.orderflow.order.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The aggregate root of the order service: a customer's order, from placement to a final status.
 *
 * <p><b>Life cycle.</b> PENDING until the inventory service has reserved all lines, then RESERVED until the payment
 * service has charged the total, then CONFIRMED. Out of stock or a declined payment leads to REJECTED. A customer or a
 * deadline leads to CANCELLED.
 *
 * <p><b>Synchronous.</b> Placing an order is one local transaction. It stores the order at catalogue prices, which
 * never change afterwards, and guarantees one of the three final statuses.
 *
 * <p><b>Asynchronous.</b> Everything else happens by events, because a customer should not wait for two other services
 * and their availability. Events can arrive late, twice or out of order, so {@link Transition} defines the effect of
 * every signal in every status, and a final status ignores late signals.
 */
@Entity
@Table(name = "orders")
public class Order {

    @Id
    private UUID id;

    @Column(updatable = false) // as status and reason: Orders.update writes them, for many orders at once
    private long version;

    @Column(name = "customer_id", updatable = false)
    private String customerId;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private @Nullable OrderReason reason;

    @Column(updatable = false)
    private String currency;

    @Column(updatable = false)
    private long total;

    @Column(name = "payment_token", updatable = false)
    private String paymentToken;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    /** Set by a trigger, from the database's clock. */
    @Column(name = "updated_at", updatable = false)
    private Instant updatedAt;

    @ElementCollection
    @CollectionTable(name = "order_line", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    private List<OrderLine> lines;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Order() {}

    private Order(
            UUID id, String customerId, List<OrderLine> lines, String currency, String paymentToken, Instant now) {
        this.id = id;
        this.customerId = customerId;
        this.status = OrderStatus.PENDING;
        this.currency = currency;
        this.total = lines.stream().mapToLong(OrderLine::total).reduce(0, Math::addExact);
        this.paymentToken = paymentToken;
        this.createdAt = now;
        this.updatedAt = now;
        this.lines = new ArrayList<>(lines);
    }

    /**
     * Places an order.
     *
     * @param lines one per SKU
     * @param now time of the database's clock
     * @throws ArithmeticException if the total exceeds a long
     */
    public static Order place(
            UUID id, String customerId, List<OrderLine> lines, String currency, String paymentToken, Instant now) {
        return new Order(id, customerId, lines, currency, paymentToken, now);
    }

    /** Returns the order as it was placed, without any later change. */
    public Order asPlaced() {
        return new Order(id, customerId, lines, currency, paymentToken, createdAt);
    }

    /** Applies a signal and increments the version; empty if the signal has no effect in the current status. */
    public Optional<Transition> advance(OrderSignal signal) {
        Optional<Transition> transition = Transition.of(status, signal);
        transition.ifPresent(step -> {
            status = step.next();
            reason = step.reason();
            version++;
        });
        return transition;
    }

    /** Returns whether the amount, in minor units, and the currency are those of the order's total. */
    public boolean costs(long amount, String inCurrency) {
        return amount == total && currency.equals(inCurrency);
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String customerId() {
        return customerId;
    }

    public OrderStatus status() {
        return status;
    }

    public @Nullable OrderReason reason() {
        return reason;
    }

    public String currency() {
        return currency;
    }

    /** In minor units of the currency. */
    public long total() {
        return total;
    }

    public String paymentToken() {
        return paymentToken;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public List<OrderLine> lines() {
        return List.copyOf(lines);
    }
}
