/** The HTTP API of the inventory service. */
@NullMarked
package dev.orderflow.inventory.rest;

import org.jspecify.annotations.NullMarked;
