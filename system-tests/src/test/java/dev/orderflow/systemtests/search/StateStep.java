package dev.orderflow.systemtests.search;

/**
 * A possible step of an order.
 *
 * @param due whether it happens eventually in any case; other steps (users, clocks, faults) may never happen
 */
record StateStep(String name, OrderState next, Stock stock, boolean due) {

    /** The stock that the step requires. */
    enum Stock {
        ANY,
        ENOUGH,
        SHORT
    }
}
