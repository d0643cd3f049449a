/** Stock, its movements and their ports. No I/O. */
@NullMarked
package dev.orderflow.inventory.domain.stock;

import org.jspecify.annotations.NullMarked;
