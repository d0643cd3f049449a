package dev.orderflow.order.rest;

import dev.orderflow.events.rest.Paging;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which page of the catalogue. */
public class ProductFilter extends Paging {

    @QueryParam("after")
    @DefaultValue("")
    @Pattern(regexp = "^[A-Za-z0-9._:@-]{0,64}$", message = "must be the last SKU of the page before")
    @Parameter(description = "The last SKU of the page before", example = "BOOK-001")
    String after = "";
}
