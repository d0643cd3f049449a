package dev.orderflow.systemtests.simulation.database;

import static dev.orderflow.chassis.harness.Wiring.set;

import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.domain.PaymentClaim;
import dev.orderflow.payment.domain.PaymentEntry;
import dev.orderflow.payment.domain.PaymentStatus;
import dev.orderflow.payment.domain.Payments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The payments of a simulated database. */
public final class PaymentTables implements Payments {

    public final SimulatedDatabase.Table<UUID, Payment> payments;
    public final SimulatedDatabase.Table<PaymentEntry.Key, PaymentEntry> entries;
    private final Map<UUID, Instant> created = new HashMap<>();
    private final SimulatedClock clock;

    public PaymentTables(SimulatedDatabase database, SimulatedClock clock) {
        this.payments = database.table();
        this.entries = database.table();
        this.clock = clock;
    }

    /** Returns all open payments as claims. */
    public List<PaymentClaim> open() {
        List<PaymentClaim> open = new ArrayList<>();
        for (Payment payment : payments.all()) {
            if (payment.status().isOpen()) {
                open.add(new PaymentClaim(
                        payment.orderId(),
                        payment.status(),
                        payment.amount(),
                        payment.currency(),
                        payment.token(),
                        null));
            }
        }
        return open;
    }

    @Override
    public void open(Collection<UUID> orderIds) {
        for (UUID id : orderIds) {
            if (payments.take(id).isEmpty()) {
                Payment payment = EntityCopy.blank(Payment.class);
                set(payment, "orderId", id);
                set(payment, "status", PaymentStatus.NEW);
                set(payment, "currency", "XXX");
                set(payment, "token", "");
                set(payment, "createdAt", clock.now());
                payments.add(id, payment);
                created.put(id, clock.now());
            }
        }
    }

    @Override
    public List<Payment> lock(Collection<UUID> orderIds) {
        return orderIds.stream().map(this::find).flatMap(Optional::stream).toList();
    }

    @Override
    public List<Payment> lockOverdue(Duration age, int limit) {
        return payments.all().stream()
                .filter(payment ->
                        payment.status() == PaymentStatus.PENDING || payment.status() == PaymentStatus.UNKNOWN)
                .filter(payment -> clock.isOver(created.getOrDefault(payment.orderId(), Instant.MAX.minus(age)), age))
                .limit(limit)
                .map(payment -> get(payment.orderId()))
                .toList();
    }

    @Override
    public Payment get(UUID orderId) {
        return payments.take(orderId).orElseThrow();
    }

    @Override
    public void update(Payment payment) {
        // Rows that were taken are stored at commit.
    }

    @Override
    public Optional<Payment> find(UUID orderId) {
        return payments.take(orderId);
    }

    @Override
    public void enter(PaymentEntry entry) {
        UUID orderId = (UUID) Objects.requireNonNull(EntityCopy.field(entry, "orderId"));
        entries.add(new PaymentEntry.Key(orderId, entry.kind()), entry);
    }

    @Override
    public Map<PaymentStatus, Duration> oldestOpen() {
        throw new UnsupportedOperationException("No use case that is simulated asks for this");
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public List<PaymentEntry> entries(UUID orderId) {
        throw new UnsupportedOperationException("No use case that is simulated asks for this");
    }

    @Override
    public List<PaymentClaim> claim(int limit, Duration lease) {
        throw new UnsupportedOperationException("No use case that is simulated asks for this");
    }
}
