package dev.orderflow.systemtests.search;

/**
 * Something that can happen to an order.
 *
 * @param due whether it happens by itself, sooner or later; the others are people, clocks and faults, which need not come
 */
record StateStep(String name, OrderState next, Stock stock, boolean due) {

    /** What it depends on beside the order itself. */
    enum Stock {
        ANY,
        ENOUGH,
        SHORT
    }
}
