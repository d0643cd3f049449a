/** The incoming channels: each event is translated into one call of a use case. */
@NullMarked
package dev.orderflow.inventory.messaging;

import org.jspecify.annotations.NullMarked;
