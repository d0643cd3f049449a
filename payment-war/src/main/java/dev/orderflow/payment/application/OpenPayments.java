package dev.orderflow.payment.application;

import dev.orderflow.payment.domain.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;

/** Loads and locks the payments of a batch of events, for the other use cases of the transaction. */
@ApplicationScoped
@Transactional
public class OpenPayments {

    @Inject
    Payments payments;

    public void open(Collection<UUID> orderIds) {
        payments.open(orderIds);
    }
}
