/** The HTTP API. */
@NullMarked
package dev.orderflow.order.rest.console;

import org.jspecify.annotations.NullMarked;
