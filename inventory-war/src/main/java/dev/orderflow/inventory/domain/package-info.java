/** Reservations: their state machine and their ports. No I/O. */
@NullMarked
package dev.orderflow.inventory.domain;

import org.jspecify.annotations.NullMarked;
