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
 * What our ledger and the gateway's do not agree on, and as of when.
 *
 * @param next what {@code after} of the next page is; null on the last one
 */
@JsonbNillable
@JsonbPropertyOrder({"startedAt", "completedAt", "items", "next"})
public record ReconciliationReport(
        @Nullable Instant startedAt,

        @Nullable Instant completedAt,

        List<Item> items,
        @Nullable String next) {

    /** A difference. */
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

    /** What one ledger says, in minor units of the currency. */
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
