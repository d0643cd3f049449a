package dev.orderflow.inventory.rest;

import dev.orderflow.events.rest.Paging;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which page of the stock. */
public class StockFilter extends Paging {

    @QueryParam("after")
    @DefaultValue("")
    @Pattern(regexp = "^[A-Za-z0-9._:@-]{0,64}$", message = "must be the next of the page before")
    @Parameter(description = "The next of the page before", example = "BOOK-001")
    String after = "";
}
