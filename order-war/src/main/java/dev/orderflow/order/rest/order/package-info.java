/** The HTTP API. */
@NullMarked
package dev.orderflow.order.rest.order;

import org.jspecify.annotations.NullMarked;
