package dev.orderflow.payment.rest;

import dev.orderflow.chassis.http.paging.Page;
import dev.orderflow.payment.domain.reconciliation.DifferenceKind;
import dev.orderflow.payment.domain.reconciliation.LedgerDifference;
import dev.orderflow.payment.domain.reconciliation.Reconciliation;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Differences between our ledger and the gateway's, and the time of the last comparison.
 *
 * @param next value of {@code after} for the next page; null on the last page
 */
@JsonbNillable
@JsonbPropertyOrder({"startedAt", "completedAt", "items", "next"})
public record ReconciliationReport(
        @Nullable Instant startedAt,

        @Nullable Instant completedAt,

        List<Item> items,
        @Nullable String next) {

    /** A payment on which the two ledgers disagree. */
    @JsonbNillable
    @JsonbPropertyOrder({"key", "orderId", "kind", "ours", "gateway", "foundAt", "checkedAt"})
    public record Item(
            String key,

            String orderId,

            DifferenceKind kind,
            Side ours,
            Side gateway,

            Instant foundAt,

            Instant checkedAt) {

        static Item of(LedgerDifference difference) {
            return new Item(
                    difference.key(),
                    difference.orderId(),
                    difference.kind(),
                    new Side(difference.ourCaptured(), difference.ourRefunded(), difference.ourCurrency()),
                    new Side(difference.gatewayCaptured(), difference.gatewayRefunded(), difference.gatewayCurrency()),
                    difference.foundAt(),
                    difference.checkedAt());
        }
    }

    /** Totals in one of the ledgers, in minor units of the currency. */
    @JsonbNillable
    @JsonbPropertyOrder({"captured", "refunded", "currency"})
    public record Side(
            long captured, long refunded, @Nullable String currency) {}

    static ReconciliationReport of(Reconciliation reconciliation, Page<LedgerDifference> page) {
        return new ReconciliationReport(
                reconciliation.startedAt(),
                reconciliation.completedAt(),
                page.items().stream().map(Item::of).toList(),
                page.next());
    }
}
