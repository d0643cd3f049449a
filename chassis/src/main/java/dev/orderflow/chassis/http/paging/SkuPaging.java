package dev.orderflow.chassis.http.paging;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** Which page of what is listed by SKU. */
public class SkuPaging extends Paging {

    @QueryParam("after")
    @DefaultValue("")
    @Pattern(regexp = "^[A-Za-z0-9._:@-]{0,64}$", message = "must be the last SKU of the previous page")
    String after = "";

    /** The last SKU that is known already; empty at the beginning. */
    public String after() {
        return after;
    }
}
