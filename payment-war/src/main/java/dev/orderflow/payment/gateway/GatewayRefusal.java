package dev.orderflow.payment.gateway;

/** The gateway understood the request and refused it (4xx): an answer, not a failure. */
final class GatewayRefusal extends RuntimeException {

    private final int status;

    GatewayRefusal(int status) {
        super("The gateway answered " + status);
        this.status = status;
    }

    boolean isInvalidRequest() {
        return status == 400;
    }

    boolean isNotFound() {
        return status == 404;
    }
}
