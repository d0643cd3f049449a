package dev.orderflow.payment.application.settlement;

import dev.orderflow.payment.application.PaymentSettings;
import dev.orderflow.payment.domain.PaymentClaim;
import dev.orderflow.payment.domain.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Claims due payments in a transaction of its own, which ends before the gateway is called. */
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
