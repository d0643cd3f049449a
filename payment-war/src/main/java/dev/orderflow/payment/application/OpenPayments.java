package dev.orderflow.payment.application;

import dev.orderflow.payment.domain.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;

/**
 * Loads and locks the payments that a batch of events is about; the other use cases of the transaction then find them.
 */
@ApplicationScoped
@Transactional
public class OpenPayments {

    @Inject
    Payments payments;

    public void open(Collection<UUID> orderIds) {
        payments.open(orderIds);
    }
}
