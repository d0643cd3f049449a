package dev.orderflow.order.rest.order;

import dev.orderflow.chassis.http.ProblemException;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Refused;
import dev.orderflow.order.domain.OrderStatus;
import jakarta.ws.rs.core.Response.Status;
import java.util.UUID;

/** Problems of requests that concern an order. */
public final class OrderProblems {

    private OrderProblems() {}

    public static ProblemException unknown(UUID id) {
        return new ProblemException(Status.NOT_FOUND, "unknown-order", "There is no order " + id + ". Check the id.");
    }

    static ProblemException tooLate(OrderStatus status) {
        return new ProblemException(
                Status.CONFLICT, "too-late", "The order is already " + status + " and can no longer be cancelled.");
    }

    static ProblemException refused(Refused refused) {
        var problem = new ProblemException(
                switch (refused.reason()) {
                    case UNKNOWN_SKU, QUANTITY_TOO_LARGE, TOTAL_TOO_LARGE, IDEMPOTENCY_KEY_REUSED ->
                        ProblemException.UNPROCESSABLE_CONTENT;
                    case REQUEST_IN_FLIGHT -> Status.CONFLICT;
                    case TOO_MANY_ORDERS -> Status.SERVICE_UNAVAILABLE;
                },
                refused.reason().code(),
                refused.detail());
        return refused.retryAfterSeconds() == 0 ? problem : problem.retryAfter(refused.retryAfterSeconds());
    }
}
