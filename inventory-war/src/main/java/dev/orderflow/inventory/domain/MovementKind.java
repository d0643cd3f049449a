package dev.orderflow.inventory.domain;

/** Why units came or went. */
public enum MovementKind {
    /** A person put it right: goods received, lost, counted. */
    ADJUSTED,
    /** An order was confirmed. */
    SOLD
}
