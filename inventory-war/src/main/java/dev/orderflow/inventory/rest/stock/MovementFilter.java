package dev.orderflow.inventory.rest.stock;

import dev.orderflow.chassis.http.paging.Paging;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Page of the stock movements of a SKU. */
public class MovementFilter extends Paging {

    @QueryParam("before")
    @Pattern(regexp = ID, message = NEXT_RULE)
    @Nullable
    String before;

    @Nullable
    UUID before() {
        return before == null ? null : UUID.fromString(before);
    }
}
