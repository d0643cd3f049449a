package dev.orderflow.payment.rest;

import dev.orderflow.chassis.http.paging.Paging;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which page of the differences. */
public class DifferenceFilter extends Paging {

    @QueryParam("after")
    @DefaultValue("")
    @Pattern(regexp = "^\\P{Cntrl}{0,100}$", message = NEXT_RULE)
    @Parameter(description = "The next of the previous page", example = "01a206f8-021f-7798-a2bc-15cc07700889")
    String after = "";
}
