package dev.orderflow.chassis.http.paging;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** Page of a list that is ordered by SKU. */
public class SkuPaging extends Paging {

    @QueryParam("after")
    @DefaultValue("")
    @Pattern(regexp = "^[A-Za-z0-9._:@-]{0,64}$", message = "must be the last SKU of the previous page")
    String after = "";

    /** Last SKU of the previous page; empty for the first page. */
    public String after() {
        return after;
    }
}
