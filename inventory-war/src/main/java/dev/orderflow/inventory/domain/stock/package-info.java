/** Stock, reservations and movements: what may become of them, and nothing about how that is stored or told. */
@NullMarked
package dev.orderflow.inventory.domain.stock;

import org.jspecify.annotations.NullMarked;
