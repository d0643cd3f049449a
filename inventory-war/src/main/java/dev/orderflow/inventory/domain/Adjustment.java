package dev.orderflow.inventory.domain;

/**
 * What a person asks to be changed.
 *
 * @param quantity units to add; negative to take away
 * @param key chosen by the client, the same each time it sends this adjustment
 */
public record Adjustment(String sku, int quantity, String reason, String key) {}
