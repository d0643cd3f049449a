package dev.orderflow.order.rest;

import dev.orderflow.chassis.http.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.UUID;

/** What is asked for does not exist. */
final class Unknown {

    private Unknown() {}

    static ProblemException order(UUID id) {
        return new ProblemException(Status.NOT_FOUND, "unknown-order", "There is no order " + id + ". Check the id.");
    }
}
