package dev.orderflow.chassis.http.paging;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/**
 * The limit of a page. It is a string, so that an invalid number is reported as a violation; JAX-RS would answer 404.
 */
public abstract class Paging {

    /** Pattern of a cursor that is a UUID. */
    protected static final String ID = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$";

    protected static final String NEXT_RULE = "must be the next of the page before";

    @QueryParam("limit")
    @DefaultValue("50")
    @Pattern(regexp = "^([1-9][0-9]?|100)$", message = "must be a whole number from 1 to 100")
    String limit = "50";

    /** Maximum number of items, 1 to 100. */
    public int limit() {
        return Integer.parseInt(limit);
    }
}
