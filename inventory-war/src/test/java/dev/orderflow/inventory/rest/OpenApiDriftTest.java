package dev.orderflow.inventory.rest;

import dev.orderflow.chassis.harness.openapi.drift.DriftContract;
import dev.orderflow.chassis.harness.openapi.drift.JavaTypes;
import dev.orderflow.inventory.domain.ReservationStatus;
import dev.orderflow.inventory.domain.stock.AdjustmentKind;
import dev.orderflow.inventory.domain.stock.MovementKind;
import dev.orderflow.inventory.rest.stock.AdjustmentRequest;
import dev.orderflow.inventory.rest.stock.MovementEntry;
import dev.orderflow.inventory.rest.stock.StockLevel;
import dev.orderflow.inventory.rest.stock.Threshold;
import dev.orderflow.messaging.harness.DeadLetterTypes;
import java.util.Map;

class OpenApiDriftTest extends DriftContract {

    private static final JavaTypes TYPES = new JavaTypes(
            Map.ofEntries(
                    Map.entry("StockLevel", StockLevel.class),
                    Map.entry("StockPage", JavaTypes.page(StockLevel.class)),
                    Map.entry("Threshold", Threshold.class),
                    Map.entry("AdjustmentRequest", AdjustmentRequest.class),
                    Map.entry("AdjustmentKind", AdjustmentKind.class),
                    Map.entry("MovementPage", JavaTypes.page(MovementEntry.class)),
                    Map.entry("MovementEntry", MovementEntry.class),
                    Map.entry("MovementKind", MovementKind.class),
                    Map.entry("Reservation", ReservationState.class),
                    Map.entry("ReservationStatus", ReservationStatus.class),
                    Map.entry("ReservationLine", ReservationState.Line.class)),
            Map.of());

    OpenApiDriftTest() {
        super("dev.orderflow.inventory", DeadLetterTypes.ALL.and(TYPES));
    }
}
