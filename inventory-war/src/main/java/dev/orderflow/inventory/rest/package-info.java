/** The HTTP API. */
@NullMarked
package dev.orderflow.inventory.rest;

import org.jspecify.annotations.NullMarked;
