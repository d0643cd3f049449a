package dev.orderflow.inventory.rest.stock;

import dev.orderflow.chassis.http.paging.Page;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A {@link Page} of a ledger, for the document, which knows no type parameters. */
@Schema(requiredProperties = "items", examples = """
        {"items": [{"id": "01a206f8-021f-7798-a2bc-15cc07700889", "kind": "RECEIVED", "quantity": 100, \
        "reservedChange": 0,
           "onHand": 100, "reserved": 0, "reason": "Delivery 4711", "at": "2026-01-31T09:00:00.123456Z"}],
         "next": "01a206f8-021f-7798-a2bc-15cc07700889"}""")
record MovementPage(
        List<MovementEntry> items,

        @Schema(description = "Value of `before` for the next page; absent on the last page") @Nullable
        String next) {}
