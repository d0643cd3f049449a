/** The HTTP API. */
@NullMarked
package dev.orderflow.order.rest;

import org.jspecify.annotations.NullMarked;
