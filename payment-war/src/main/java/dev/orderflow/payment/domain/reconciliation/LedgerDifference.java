package dev.orderflow.payment.domain.reconciliation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A difference between our ledger and the gateway's. It exists as long as they differ, and every pass checks it again.
 * It repairs nothing: one of the ledgers is wrong, and a person must find out which.
 */
@Entity
@Table(name = "difference")
public class LedgerDifference {

    @Id
    private String key;

    @Column(name = "order_id")
    private String orderId;

    @Enumerated(EnumType.STRING)
    private DifferenceKind kind;

    @Column(name = "our_captured")
    private long ourCaptured;

    @Column(name = "our_refunded")
    private long ourRefunded;

    @Column(name = "our_currency")
    private @Nullable String ourCurrency;

    @Column(name = "gateway_captured")
    private long gatewayCaptured;

    @Column(name = "gateway_refunded")
    private long gatewayRefunded;

    @Column(name = "gateway_currency")
    private @Nullable String gatewayCurrency;

    @Column(name = "found_at")
    private Instant foundAt;

    @Column(name = "checked_at")
    private Instant checkedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected LedgerDifference() {}

    @SuppressWarnings("NullAway.Init") // the rest is what see fills in
    public LedgerDifference(LedgerComparison comparison, DifferenceKind kind, String orderId, Instant now) {
        this.key = comparison.key();
        this.orderId = orderId;
        this.kind = kind;
        this.foundAt = now;
        see(comparison, now);
    }

    /** Updates the difference. A new kind counts as found now. */
    public void check(LedgerComparison comparison, DifferenceKind now, Instant at) {
        if (kind != now) {
            kind = now;
            foundAt = at;
        }
        see(comparison, at);
    }

    private void see(LedgerComparison comparison, Instant at) {
        ourCaptured = comparison.ours().map(LedgerBalance::captured).orElse(0L);
        ourRefunded = comparison.ours().map(LedgerBalance::refunded).orElse(0L);
        ourCurrency = comparison.ours().map(LedgerBalance::currency).orElse(null);
        gatewayCaptured = comparison.theirs().map(GatewayCharge::captured).orElse(0L);
        gatewayRefunded = comparison.theirs().map(GatewayCharge::refunded).orElse(0L);
        gatewayCurrency = comparison.theirs().map(GatewayCharge::currency).orElse(null);
        checkedAt = at;
    }

    public String key() {
        return key;
    }

    /** Returns the order id that the gateway has; usually the key. */
    public String orderId() {
        return orderId;
    }

    public DifferenceKind kind() {
        return kind;
    }

    public long ourCaptured() {
        return ourCaptured;
    }

    public long ourRefunded() {
        return ourRefunded;
    }

    /** Null if we do not know the order. */
    public @Nullable String ourCurrency() {
        return ourCurrency;
    }

    public long gatewayCaptured() {
        return gatewayCaptured;
    }

    public long gatewayRefunded() {
        return gatewayRefunded;
    }

    /** Null if the gateway does not know the key. */
    public @Nullable String gatewayCurrency() {
        return gatewayCurrency;
    }

    /** Returns when it was found or its kind last changed, by the database's clock. */
    public Instant foundAt() {
        return foundAt;
    }

    /** Returns when it was last checked, by the database's clock. */
    public Instant checkedAt() {
        return checkedAt;
    }
}
