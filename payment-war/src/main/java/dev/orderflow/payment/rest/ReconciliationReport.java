package dev.orderflow.payment.rest;

import dev.orderflow.chassis.http.paging.Page;
import dev.orderflow.payment.domain.reconciliation.DifferenceKind;
import dev.orderflow.payment.domain.reconciliation.LedgerDifference;
import dev.orderflow.payment.domain.reconciliation.Reconciliation;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What our ledger and the gateway's do not agree on, and as of when.
 *
 * @param next what {@code after} of the next page is; null on the last one
 */
@JsonbNillable
@JsonbPropertyOrder({"startedAt", "completedAt", "items", "next"})
@Schema(
        requiredProperties = {"startedAt", "completedAt", "items", "next"},
        examples = """
                {"startedAt": "2026-01-31T09:00:00.123456Z", "completedAt": "2026-01-31T09:00:01.5Z",
                 "items": [{"key": "second-01a206f8", "orderId": "01a206f8-021f-7798-a2bc-15cc07700889", \
                "kind": "CHARGED_TWICE",
                   "ours": {"captured": 5980, "refunded": 0, "currency": "EUR"},
                   "gateway": {"captured": 5980, "refunded": 0, "currency": "EUR"},
                   "foundAt": "2026-01-31T08:55:00Z", "checkedAt": "2026-01-31T09:00:01Z"}],
                 "next": null}""")
public record ReconciliationReport(
        @Schema(
                nullable = true,
                description = "Start of the last complete pass, which compared all settled payments; null before"
                        + " the first pass")
        @Nullable
        Instant startedAt,

        @Schema(nullable = true, description = "End of that pass") @Nullable
        Instant completedAt,

        List<Item> items,
        @Schema(nullable = true) @Nullable String next) {

    /** A difference. */
    @JsonbNillable
    @JsonbPropertyOrder({"key", "orderId", "kind", "ours", "gateway", "foundAt", "checkedAt"})
    @Schema(
            name = "LedgerDifference",
            requiredProperties = {"key", "orderId", "kind", "ours", "gateway", "foundAt", "checkedAt"})
    public record Item(
            @Schema(description = "The gateway's key; ours is always the order's id")
            String key,

            @Schema(description = "The order that the gateway has for it")
            String orderId,

            DifferenceKind kind,
            Side ours,
            Side gateway,

            @Schema(description = "When it was found, or its kind last changed")
            Instant foundAt,

            @Schema(description = "When it was last seen") Instant checkedAt) {

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
    @Schema(
            name = "LedgerSide",
            requiredProperties = {"captured", "refunded", "currency"})
    public record Side(
            long captured,
            long refunded,

            @Schema(nullable = true, description = "ISO 4217; null if unknown") @Nullable
            String currency) {}

    static ReconciliationReport of(Reconciliation reconciliation, Page<LedgerDifference> page) {
        return new ReconciliationReport(
                reconciliation.startedAt(),
                reconciliation.completedAt(),
                page.items().stream().map(Item::of).toList(),
                page.next());
    }
}
