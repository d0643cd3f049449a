package dev.orderflow.payment.domain.reconciliation;

import java.util.Optional;

/**
 * Compares one key of the gateway in both ledgers.
 *
 * @param ours balance of the order that the key or the charge belongs to; empty if there is none
 * @param theirs empty if the gateway does not know the key
 */
public record LedgerComparison(String key, Optional<LedgerBalance> ours, Optional<GatewayCharge> theirs) {

    /** Returns whether the payment is in flight. Then the ledgers may differ. */
    public boolean isInFlight() {
        return isOurKey() && ours.filter(balance -> balance.status().isOpen()).isPresent();
    }

    /**
     * Returns the difference of a payment that is not in flight. Money that was taken under an unknown key and refunded
     * is no difference.
     */
    public Optional<DifferenceKind> difference() {
        return isOurKey() ? betweenLedgers() : ofStrangeKey();
    }

    private boolean isOurKey() {
        return ours.filter(balance -> balance.orderId().toString().equals(key)).isPresent();
    }

    private Optional<DifferenceKind> ofStrangeKey() {
        if (captured() <= refunded()) {
            return Optional.empty();
        }
        return Optional.of(
                ours.filter(balance -> balance.captured() > 0).isPresent()
                        ? DifferenceKind.CHARGED_TWICE
                        : DifferenceKind.CAPTURED_BY_GATEWAY_ONLY);
    }

    private Optional<DifferenceKind> betweenLedgers() {
        LedgerBalance balance = ours.orElseThrow();
        if (balance.captured() == 0 || captured() == 0) {
            return oneSided(
                    balance.captured(),
                    captured(),
                    DifferenceKind.CAPTURED_BY_US_ONLY,
                    DifferenceKind.CAPTURED_BY_GATEWAY_ONLY);
        }
        if (balance.captured() != captured() || !balance.currency().equals(currency())) {
            return Optional.of(DifferenceKind.AMOUNT_DIFFERS);
        }
        if (balance.refunded() == 0 || refunded() == 0) {
            return oneSided(
                    balance.refunded(),
                    refunded(),
                    DifferenceKind.REFUNDED_BY_US_ONLY,
                    DifferenceKind.REFUNDED_BY_GATEWAY_ONLY);
        }
        return balance.refunded() == refunded() ? Optional.empty() : Optional.of(DifferenceKind.AMOUNT_DIFFERS);
    }

    /** Compares two amounts, at least one of which is 0. */
    private static Optional<DifferenceKind> oneSided(
            long ourAmount, long theirAmount, DifferenceKind byUsOnly, DifferenceKind byGatewayOnly) {
        if (ourAmount == theirAmount) {
            return Optional.empty();
        }
        return Optional.of(ourAmount > 0 ? byUsOnly : byGatewayOnly);
    }

    private long captured() {
        return theirs.map(GatewayCharge::captured).orElse(0L);
    }

    private long refunded() {
        return theirs.map(GatewayCharge::refunded).orElse(0L);
    }

    private String currency() {
        return theirs.map(GatewayCharge::currency).orElse("");
    }
}
