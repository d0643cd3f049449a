/** The HTTP API of the order service. */
@NullMarked
package dev.orderflow.order.rest;

import org.jspecify.annotations.NullMarked;
