/** Endpoints that place, list, get and cancel orders. */
@NullMarked
package dev.orderflow.order.rest.order;

import org.jspecify.annotations.NullMarked;
