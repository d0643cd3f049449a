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

/** Shows an order's payment and its ledger. */
@ApplicationScoped
@Transactional
public class FindPayment {

    /** A payment with its ledger, in the sequence in which it was written. */
    public record Found(Payment payment, List<PaymentEntry> entries) {}

    @Inject
    Payments payments;

    public Optional<Found> find(UUID orderId) {
        return payments.find(orderId).map(payment -> new Found(payment, payments.entries(orderId)));
    }

    /** How long ago the oldest payment of each open status was requested. */
    public Map<PaymentStatus, Duration> oldestOpen() {
        return payments.oldestOpen();
    }
}
