package dev.orderflow.inventory.domain;

/** The effect of a transition on stock and events. */
public enum StockEffect {
    /** Hold every line, and publish InventoryReserved. */
    HOLD,
    /** Hold nothing, and publish InventoryRejected. */
    REFUSE,
    /** Remove every line from the stock. */
    SELL,
    /** Make every line available again. */
    GIVE_BACK,
    /** Store a tombstone, so that a later reserve holds nothing. */
    TOMBSTONE,
    /** No effect: the signal is late, repeated or out of order. */
    NONE
}
