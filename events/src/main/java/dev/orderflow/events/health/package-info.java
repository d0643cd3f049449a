/** How a service knows whether what must never stand still in it still moves. */
@NullMarked
package dev.orderflow.events.health;

import org.jspecify.annotations.NullMarked;
