package dev.orderflow.order.application.placing;

/** An order was not taken; nothing has been done, and no key is used up. */
public final class TooManyOrders extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int retryAfterSeconds;

    TooManyOrders(String reason, int retryAfterSeconds) {
        super(reason, null, false, false);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** In how many seconds to ask again. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
