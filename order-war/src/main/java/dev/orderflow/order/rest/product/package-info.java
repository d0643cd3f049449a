/** Endpoints of the catalogue. */
@NullMarked
package dev.orderflow.order.rest.product;

import org.jspecify.annotations.NullMarked;
