package dev.orderflow.payment.domain.reconciliation;

import dev.orderflow.payment.domain.PaymentStatus;
import java.util.UUID;

/**
 * How the money of an order stands by our ledger, in minor units of the currency.
 *
 * @param version of the payment: as long as it is the same, nothing about the payment has changed
 */
public record LedgerBalance(UUID orderId, PaymentStatus status, int version, long captured, long refunded, String currency) {}
