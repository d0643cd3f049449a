package dev.orderflow.order.rest.order;

import dev.orderflow.chassis.http.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.UUID;

/** What is asked for does not exist. */
public final class Unknown {

    private Unknown() {}

    public static ProblemException order(UUID id) {
        return new ProblemException(Status.NOT_FOUND, "unknown-order", "There is no order " + id + ". Check the id.");
    }
}
