package dev.orderflow.payment.application;

import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.domain.PaymentEntry;
import dev.orderflow.payment.domain.PaymentStatus;
import dev.orderflow.payment.domain.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads the payment of an order and its ledger. */
@ApplicationScoped
@Transactional
public class FindPayment {

    /** A payment and its ledger entries in the order in which they were written. */
    public record Found(Payment payment, List<PaymentEntry> entries) {}

    @Inject
    Payments payments;

    public Optional<Found> find(UUID orderId) {
        return payments.find(orderId).map(payment -> new Found(payment, payments.entries(orderId)));
    }

    /** Returns the age of the oldest payment in each open status. */
    public Map<PaymentStatus, Duration> oldestOpen() {
        return payments.oldestOpen();
    }
}
