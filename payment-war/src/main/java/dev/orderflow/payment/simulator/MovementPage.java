package dev.orderflow.payment.simulator;

import dev.orderflow.chassis.http.paging.Page;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of the statement, the oldest movements first.
 *
 * @param next what {@code after} of the next page is; null on the last one
 */
@JsonbNillable
@JsonbPropertyOrder({"items", "next"})
@Schema(
        name = "Statement",
        requiredProperties = {"items", "next"},
        examples = """
                {"items": [{"at": "2026-01-31T09:00:00.123456Z", "kind": "CAPTURE", "amount": 5980, "charge":
                   {"key": "01a206f8-021f-7798-a2bc-15cc07700889", "orderId": "01a206f8-021f-7798-a2bc-15cc07700889",
                    "amount": 5980, "currency": "EUR", "status": "CAPTURED", "captured": 5980, "refunded": 0,
                    "createdAt": "2026-01-31T09:00:00.123456Z"}}],
                 "next": "MjAyNi0wMS0zMVQwOTowMDowMC4xMjM0NTZaIENBUFRVUkUgMDFhMjA2Zjg"}""")
public record MovementPage(
        List<Movement> items,
        @Schema(nullable = true) @Nullable String next) {

    /** @param found the movements of the page, and one more if there is a next page */
    static MovementPage of(List<Movement> found, int limit) {
        Page<Movement> page = Page.of(found, limit, movement -> movement.place().encode());
        return new MovementPage(page.items(), page.next());
    }
}
