package dev.orderflow.chassis.http.paging;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/**
 * How much of a list is asked for. A limit that is no number is a broken rule like others; JAX-RS would say that there
 * is no such path.
 */
public abstract class Paging {

    /** Where a page begins, when items are told apart by UUIDs. */
    protected static final String ID = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$";

    protected static final String NEXT_RULE = "must be the next of the page before";

    @QueryParam("limit")
    @DefaultValue("50")
    @Pattern(regexp = "^([1-9][0-9]?|100)$", message = "must be a whole number from 1 to 100")
    String limit = "50";

    /** Most items of the page, 1 to 100. */
    public int limit() {
        return Integer.parseInt(limit);
    }
}
