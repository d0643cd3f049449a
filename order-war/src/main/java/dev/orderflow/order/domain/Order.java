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
 * An order, from being placed to being CONFIRMED, REJECTED or CANCELLED.
 *
 * <p>Placing it is synchronous and promises one thing: the order exists, with its prices, and will reach one of the
 * three ends. Everything after is asynchronous: the inventory service reserves all lines or none, then the payment
 * service charges the total, and each tells so by an event. Those events may come late, twice or in another sequence;
 * {@link Transition} knows what each means in each status, and an order that has ended stays as it ended.
 *
 * <p>Prices are taken from the catalogue when the order is placed and never change afterwards.
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

    /** Kept by a trigger, on the database's clock. */
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
     * @param lines one for each SKU
     * @param now on the database's clock
     * @throws ArithmeticException when the total exceeds what a long holds
     */
    public static Order place(
            UUID id, String customerId, List<OrderLine> lines, String currency, String paymentToken, Instant now) {
        return new Order(id, customerId, lines, currency, paymentToken, now);
    }

    /** The order as it was when it was placed, whatever has become of it. */
    public Order asPlaced() {
        return new Order(id, customerId, lines, currency, paymentToken, createdAt);
    }

    /** Takes the step that the signal means in the present status; empty when it means none. */
    public Optional<Transition> advance(OrderSignal signal) {
        Optional<Transition> transition = Transition.of(status, signal);
        transition.ifPresent(step -> {
            status = step.next();
            reason = step.reason();
            version++;
        });
        return transition;
    }

    /** Whether this is the money that the order asks for. */
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
