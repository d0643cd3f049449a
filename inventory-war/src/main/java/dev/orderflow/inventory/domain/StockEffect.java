package dev.orderflow.inventory.domain;

/** What a transition does beyond the reservation itself. */
public enum StockEffect {
    /** Every line is set aside; the order is told. */
    HOLD,
    /** Nothing is set aside; the order is told. */
    REFUSE,
    /** Every line leaves the stock. */
    SELL,
    /** Every line is available again. */
    GIVE_BACK,
    /** The reservation remembers that it must never hold anything. */
    TOMBSTONE,
    /** Late, repeated or out of turn: nothing changes and nobody is told. */
    NONE
}
