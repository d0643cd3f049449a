/** The HTTP API. */
@NullMarked
package dev.orderflow.order.rest.product;

import org.jspecify.annotations.NullMarked;
