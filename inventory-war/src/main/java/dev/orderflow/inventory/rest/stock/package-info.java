/** The HTTP API. */
@NullMarked
package dev.orderflow.inventory.rest.stock;

import org.jspecify.annotations.NullMarked;
