package dev.orderflow.payment.domain.reconciliation;

import dev.orderflow.payment.domain.PaymentStatus;
import java.util.UUID;

/**
 * The balance of an order in our ledger, in minor units of the currency.
 *
 * @param version of the payment, which changes with every change of it
 */
public record LedgerBalance(
        UUID orderId, PaymentStatus status, int version, long captured, long refunded, String currency) {}
