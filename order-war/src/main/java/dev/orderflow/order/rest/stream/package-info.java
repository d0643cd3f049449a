/** Server-sent events and counts of orders. */
@NullMarked
package dev.orderflow.order.rest.stream;

import org.jspecify.annotations.NullMarked;
