package dev.orderflow.payment.rest;

import dev.orderflow.chassis.http.paging.Paging;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** Page of the differences. */
public class DifferenceFilter extends Paging {

    @QueryParam("after")
    @DefaultValue("")
    @Pattern(regexp = "^\\P{Cntrl}{0,100}$", message = NEXT_RULE)
    String after = "";
}
