/** The HTTP API. */
@NullMarked
package dev.orderflow.order.rest.stream;

import org.jspecify.annotations.NullMarked;
