package dev.orderflow.events;

/** Published by the inventory service. */
public sealed interface InventoryEvent extends Event permits InventoryReserved, InventoryRejected, ReservationExpired {}
