package dev.orderflow.payment.rest;

import dev.orderflow.chassis.harness.openapi.drift.DriftContract;
import dev.orderflow.chassis.harness.openapi.drift.JavaTypes;
import dev.orderflow.messaging.harness.DeadLetterTypes;
import dev.orderflow.payment.domain.EntryKind;
import dev.orderflow.payment.domain.PaymentStatus;
import dev.orderflow.payment.domain.reconciliation.DifferenceKind;
import java.util.Map;
import java.util.Set;

class OpenApiDriftTest extends DriftContract {

    private static final JavaTypes TYPES = new JavaTypes(
            Map.ofEntries(
                    Map.entry("Payment", PaymentRepresentation.class),
                    Map.entry("PaymentStatus", PaymentStatus.class),
                    Map.entry("PaymentEntry", PaymentRepresentation.Entry.class),
                    Map.entry("EntryKind", EntryKind.class),
                    Map.entry("ReconciliationReport", ReconciliationReport.class),
                    Map.entry("Difference", ReconciliationReport.Item.class),
                    Map.entry("DifferenceKind", DifferenceKind.class),
                    Map.entry("LedgerSide", ReconciliationReport.Side.class)),
            Map.of());

    OpenApiDriftTest() {
        super("dev.orderflow.payment", DeadLetterTypes.ALL.and(TYPES));
    }

    /** The service reads webhooks as bytes and trusts none of their content. It uses only the key of the charge. */
    @Override
    protected Set<String> foreign() {
        return Set.of("Webhook", "WebhookCharge");
    }
}
