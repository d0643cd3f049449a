/** Endpoints of stock levels, stock movements, adjustments and thresholds. */
@NullMarked
package dev.orderflow.inventory.rest.stock;

import org.jspecify.annotations.NullMarked;
