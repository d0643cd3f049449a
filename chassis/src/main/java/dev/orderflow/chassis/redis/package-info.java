/** Connections to Redis with bounded waits and a circuit breaker. All services work without Redis. */
@NullMarked
package dev.orderflow.chassis.redis;

import org.jspecify.annotations.NullMarked;
