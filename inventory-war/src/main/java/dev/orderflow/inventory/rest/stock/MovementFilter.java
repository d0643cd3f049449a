package dev.orderflow.inventory.rest.stock;

import dev.orderflow.chassis.http.paging.Paging;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of a ledger. */
public class MovementFilter extends Paging {

    @QueryParam("before")
    @Pattern(regexp = ID, message = NEXT_RULE)
    @Parameter(description = "The next of the previous page", example = "01a206f8-021f-7798-a2bc-15cc07700889")
    @Nullable
    String before;

    @Nullable
    UUID before() {
        return before == null ? null : UUID.fromString(before);
    }
}
