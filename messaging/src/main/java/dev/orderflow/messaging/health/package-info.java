/** Liveness and metrics of the channels and of the outbox. */
@NullMarked
package dev.orderflow.messaging.health;

import org.jspecify.annotations.NullMarked;
