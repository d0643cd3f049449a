package dev.orderflow.payment.domain.reconciliation;

import java.util.Optional;

/**
 * One key of the gateway by both ledgers.
 *
 * @param ours of the order that the key or the charge is for; empty when we know of none
 * @param theirs empty when the gateway knows nothing under the key
 */
public record LedgerComparison(String key, Optional<LedgerBalance> ours, Optional<GatewayCharge> theirs) {

    /** Whether the gateway is still to be asked for something under this key: then nothing can be said yet. */
    public boolean isInFlight() {
        return isOurKey() && ours.filter(balance -> balance.status().isOpen()).isPresent();
    }

    /**
     * Of a payment that is not in flight. Money that was taken under a key of which we know nothing, and given back, is
     * none.
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

    /** Of two amounts of which at least one is nothing. */
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
