package dev.orderflow.payment.application.settlement;

import dev.orderflow.payment.application.PaymentSettings;
import dev.orderflow.payment.domain.PaymentClaim;
import dev.orderflow.payment.domain.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Takes payments that are due, in a transaction of its own: it ends before the gateway is called. */
@ApplicationScoped
@Transactional
public class ClaimPayments {

    @Inject
    Payments payments;

    @Inject
    PaymentSettings settings;

    public List<PaymentClaim> claim(int limit) {
        return payments.claim(limit, settings.lease());
    }
}
